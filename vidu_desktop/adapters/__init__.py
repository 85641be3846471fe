"""The adapters to the outside world, a folder for each part of it. `engine.ports` says what the engine needs of it.

An adapter may import the engine's ports, the domain and the adapters below it, but never Qt; adapters on the same level don't
import each other (see the contracts in pyproject.toml).
"""
