"""Foreign sheets as plain tables, read in helper processes; and lists of the pictures in folders.

This package may import `pictures`, `processes` and `disk`. It orders nothing and decides nothing; what it guesses is marked
as a guess.
"""
