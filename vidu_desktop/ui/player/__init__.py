"""The stage: one video shown frame by frame, its controls, its sound, and the empty stage before there is one.

It may import widgets and look of `ui`; no other pane. Frames come through `ui.protocols`.
"""
