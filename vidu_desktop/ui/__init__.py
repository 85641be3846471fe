"""The Qt interface: the main window and the compose pane, and below them panes, dialogs, widgets and models.

It sends signals, and is given models and callables (see `protocols`). It imports the domain and the errors, but neither the
engine nor the adapters.
"""
