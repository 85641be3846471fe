"""A tab for each mode: its pictures, prompt and settings become requests, and it says everything that speaks against sending
them.

A tab may import `mode_tab` and the widgets and look of `ui`; the tabs don't import each other.
"""
