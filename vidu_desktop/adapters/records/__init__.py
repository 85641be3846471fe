"""The files beside the videos and the folder that they lie in: found, written, kept, put into the trash.

The records are the truth about clips. It may import `disk` and the paths of `desktop`.
"""
