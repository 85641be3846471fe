"""Operations on clips: marks, takes and winners, trash and return from it, imports, undo, and the shelf. The verbs are in
`marking`, `trash`, `imports` and `shelving`.

This package sees the world through `ports`, knows neither Qt nor SQLite, and imports only the domain and the errors.
"""
