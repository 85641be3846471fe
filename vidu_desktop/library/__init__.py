"""The clips over time: marks, takes and winners, trash and what comes back, imports, undo. `marking`, `trash` and
`imports` have the verbs.

It sees the world through `ports`, knows neither Qt nor SQLite, and imports the domain and the errors alone.
"""
