"""Exports, joined films, contact sheets and timelines. Each file is written beside its place; videos and pictures are made in
a process of their own.

It may import `video`, `pictures`, `processes` and `disk`.
"""
