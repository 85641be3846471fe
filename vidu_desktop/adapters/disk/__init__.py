"""The basis of the adapters: durable files, the meaning of the system's errors, and the free room on the disk.

Every other adapter may import this package; it imports none of them. How a file is written:

| what | with |
| --- | --- |
| a small file that has to be on the disk when the call returns | `files.write_bytes_atomically` |
| content that comes in pieces; or a cache, which needs no sync | `writing.write_atomically` |
| a file that a person named | `writing.save_file` |
| a copy of a file | `files.copy_atomically` |
| a step of these by itself | the methods of `files.Files` |
| a file of the program's own that is written to in its place | `own_files.create_own_file`, `own_file_descriptor` |
"""
