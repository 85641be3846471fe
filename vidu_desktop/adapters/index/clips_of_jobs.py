"""Which clips jobs made."""

import json
import sqlite3
from collections.abc import Collection

from vidu_desktop.domain.marks import Marks

_CLIPS_OF = "FROM json_each(?) CROSS JOIN clips ON clips.job_id = json_each.value"


def kept_jobs(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of the jobs whose videos the person has marked as kept."""
    found = connection.execute("SELECT job_id FROM clips WHERE verdict = 'keep' AND job_id IS NOT NULL")
    return frozenset(job_id for (job_id,) in found)


def take_labels(connection: sqlite3.Connection, job_ids: Collection[str]) -> dict[str, str]:
    """Return by job id the names of the takes that these jobs made; jobs without a take are left out."""
    asked = f"SELECT clips.job_id, shot, take {_CLIPS_OF} WHERE shot != '' ORDER BY row"
    found = connection.execute(asked, (json.dumps(list(job_ids)),))
    return {job_id: Marks(shot=shot, take=take).label for job_id, shot, take in found}


def video_rels(connection: sqlite3.Connection, job_ids: Collection[str]) -> dict[str, str]:
    """Return by job id the paths, inside the library, of the videos that these jobs made; jobs without one are left out."""
    found = connection.execute(
        f"SELECT clips.job_id, video_rel {_CLIPS_OF} ORDER BY row", (json.dumps(list(job_ids)),)
    )
    return dict(found)
