"""Whether a video begins with the same picture with which another one ends, so that a film should show it
only once. Pure.

Only the pictures are compared, whoever made the videos: the service draws the still between two gaps anew for
each of them, and a video that continues from a last frame has been encoded once more.
"""

from vidu_desktop.domain.frames import FramePixels

_COLUMNS, _ROWS = 48, 27
_MEAN_MOST = 8.0
"""On a scale of 255. Measured: 0.1 where the seam of two rehearsals meets, 62 where it doesn't. The margin is
for stills that the service has redrawn.
"""
_FAR, _FAR_SHARE_MOST = 48, 0.02
"""At most this share of the points may be far off: if something small has moved, it isn't the same picture.
"""
_SHAPE_MOST = 0.02


def is_same_picture(first: FramePixels, second: FramePixels) -> bool:
    """Whether two frames show the same, whatever their sizes and encodings."""
    ratios = [one.width_px / one.height_px for one in (first, second)]
    if abs(ratios[0] / ratios[1] - 1) > _SHAPE_MOST:
        return False
    differences = [abs(one - other) for one, other in zip(_points(first), _points(second), strict=True)]
    far = sum(one > _FAR for one in differences)
    count = len(differences)
    return sum(differences) <= _MEAN_MOST * count and far <= _FAR_SHARE_MOST * count


def _points(pixels: FramePixels) -> list[int]:
    """Return blue, green and red of points spread over a frame, each the mean of four neighbouring pixels."""
    points = []
    for row in range(_ROWS):
        top = (2 * row + 1) * pixels.height_px // (2 * _ROWS)
        for column in range(_COLUMNS):
            left = (2 * column + 1) * pixels.width_px // (2 * _COLUMNS)
            at = top * pixels.stride_bytes + left * 4
            right = at - 4 if left else at
            above = at - pixels.stride_bytes if top else at
            corner = above - 4 if left else above
            points += [
                sum(pixels.bgra[place + colour] for place in (at, right, above, corner)) // 4
                for colour in range(3)
            ]
    return points
