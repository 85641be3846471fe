"""Settings, money, export, join and the other dialogs. They are opened, never executed.

They may import widgets, models and look of `ui`; no pane.
"""
