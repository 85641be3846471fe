"""The queue's pane: the list of jobs, what can be done with each, and the dialogs about orders and money.

It may import the widgets, models and look of `ui`, but no other pane.
"""
