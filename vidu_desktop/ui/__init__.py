"""The Qt interface: main window, compose pane, and below them the panes, dialogs, widgets and models.

It speaks in signals and is given models and callables (`ports`). It imports the domain and the errors, and neither
engine nor adapters.
"""
