"""Checks whether the library's folder can take videos at the moment. Called in a thread from time to time, because a share
may be slow.
"""

import os
from pathlib import Path

from vidu_desktop.adapters.disk.lease import Lease
from vidu_desktop.domain.availability import Availability


def availability_of(root: Path, lease: Lease, *, known: bool) -> Availability:
    """Check the folder and renew our lease of it. `known` tells that there have been videos in it before."""
    try:
        if not root.is_dir():
            return Availability.GONE if known else Availability.THERE
    except OSError:
        return Availability.GONE
    if not os.access(root, os.W_OK):
        return Availability.READ_ONLY
    try:
        lease.renew()
    except OSError:
        return Availability.READ_ONLY
    return Availability.HELD_ELSEWHERE if lease.holder else Availability.THERE
