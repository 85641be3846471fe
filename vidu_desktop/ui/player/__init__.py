"""The stage: one video shown frame by frame, its controls, its sound, and the empty stage before there is a video.

It may import the widgets and the look of `ui`, but no other pane. Frames come through `ui.protocols`.
"""
