"""The library's pane: grid and list of the videos, filters, details, and the verbs with their keys.

It may import widgets, models, look and dialogs of `ui`; no other pane.
"""
