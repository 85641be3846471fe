"""The clips over time: marks, takes and winners, trash and what comes back, imports, undo, and the shelf. `marking`, `trash`,
`imports` and `shelving` have the verbs.

It sees the world through `ports`, knows neither Qt nor SQLite, and imports the domain and the errors alone.
"""
