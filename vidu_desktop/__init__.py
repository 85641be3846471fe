"""Vidu Desktop: short videos from pictures with Z.AI's video models. Nothing paid is lost, and nothing is paid twice.

The rooms and their order are in packaging/ARCHITECTURE.md. A room may import the rooms below it there; import-linter checks
that.
"""
