"""Batches: a sheet's rows checked before a cent is spent, approved for a sum, and handed to the engine near their turn.

A row isn't a job until it is ordered. It may import `engine` and `domain`, and sees everything else through
`batch/ports.py`.
"""
