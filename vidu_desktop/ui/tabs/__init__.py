"""A tab for each mode: pictures, prompt and settings become requests, with all that speaks against sending them.

A tab may import `mode_tab`, widgets and look of `ui`; the tabs don't import each other.
"""
