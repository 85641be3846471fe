"""Sheets of strangers as plain tables, read in helper processes; the pictures in folders, listed.

It may import `pictures`, `processes` and `disk`. Nothing is bought here and nothing decided: what is guessed is called
a guess.
"""
