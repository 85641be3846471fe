"""Settings, money, export, join and the other dialogs. They are shown with `open()`, never `exec()`. They may import
`ui.widgets`, `ui.models` and `ui.look`, but no pane.
"""
