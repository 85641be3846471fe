"""Vidu Desktop: short videos from pictures with Z.AI's video models; nothing paid is lost, nothing is paid twice.

The rooms and their order are in packaging/ARCHITECTURE.md. A room may import what stands below it there; import-linter
checks that.
"""
