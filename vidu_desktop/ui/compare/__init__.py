"""Two takes beside each other, wiped over each other, or as a difference.

It may import widgets and look of `ui`, and the player, whose frames and keys it shares.
"""
