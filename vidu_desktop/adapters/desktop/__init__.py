"""What belongs to this computer and this person: folders, settings file, key, log, report, the lock on a home.

It may import `disk`. `paths` is the only place that asks the platform for folders.
"""
