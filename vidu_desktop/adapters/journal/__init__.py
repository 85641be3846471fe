"""The jobs in SQLite, where each change is one durable transaction; and a second, plain record of paid orders.

It implements the engine's `JobStore`. It may import `sqlite` and `disk`.
"""
