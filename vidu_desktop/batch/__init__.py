"""Batches: a sheet's rows are checked before any money is spent, approved for a sum, and handed to the engine shortly before
their turn.

A row becomes a job only when it is ordered. This package may import `engine` and `domain`; it sees everything else through
`batch/ports.py`.
"""
