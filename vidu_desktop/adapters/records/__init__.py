"""The files of the library's folder: videos and their records are found, written, kept, and moved to the trash.

The records are the truth about clips. This package may import `disk` and the paths of `desktop`.
"""
