"""The library's pane: grid and list of the videos, filters, details, and the verbs with their keys.

It may import the widgets, models, look and dialogs of `ui`, but no other pane.
"""
