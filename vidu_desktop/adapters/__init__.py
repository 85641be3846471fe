"""The outside world, a folder for each part of it. What the engine asks of it is in `engine.ports`.

An adapter may import the engine's ports, the domain and the floors below it, never Qt; siblings on one floor don't
import each other (see the contracts in pyproject.toml).
"""
