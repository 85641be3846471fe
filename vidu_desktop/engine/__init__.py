"""The jobs over time: queue, the way of one job, pacing, recovery, pauses, money. `engine` has the verbs.

It sees the world through `ports` and says what happened in `events`. It imports the domain and the errors alone.
"""
