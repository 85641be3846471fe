"""Two takes side by side, with a line that wipes, as a difference, or one over the other.

It may import the widgets and the look of `ui`, and the player, whose frames and keys it shares.
"""
