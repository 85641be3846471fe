"""Widgets that know nothing of the panes: picture wells, option row, fields, buttons, labels. They may import `ui.models`,
`ui.look`, `ui.text` and the domain.
"""
