"""Exports, joins, contact sheets and timelines: each one written beside its place in a process of its own.

It may import `video`, `pictures`, `processes` and `disk`.
"""
