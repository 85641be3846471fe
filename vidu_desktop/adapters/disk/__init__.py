"""The basis of the adapters: durable files, the meaning of the system's errors, and the free room on the disk.

Every other adapter may import this package; it imports none of them.
"""
