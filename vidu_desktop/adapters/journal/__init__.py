"""The jobs in SQLite, each change one durable transaction; and the second, plain record of paid orders.

It may import `sqlite` and `disk`. It implements the engine's `JobStore`.
"""
