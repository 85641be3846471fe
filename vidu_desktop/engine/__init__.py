"""The jobs over time: queue, the stages of a job, pacing, recovery, pauses, money. `engine` has the verbs.

The engine sees the world through `ports` and says in `events` what happened. It imports only the domain and the errors.
"""
