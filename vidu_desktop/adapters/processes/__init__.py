"""Helper processes with a deadline, in which files from strangers are opened, and who waits for them.

Importing it loads no decoder: that happens in the helpers alone. It may import `disk`.
"""
