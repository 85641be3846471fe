"""The beginning of a batch: nothing of it was ordered yet."""

import os
import uuid
from datetime import datetime

from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.sheet import Sheet


def new_batch(sheet: Sheet, path: str, now: datetime, *, rehearsal: bool) -> Batch:
    """Return a batch without rows, named after the file from which it is made."""
    return Batch(
        batch_id=uuid.uuid4().hex[:12],
        name=os.path.splitext(os.path.basename(path))[0],  # noqa: PTH119, PTH122 - the path stays a str
        created_at=now,
        source_path=path,
        source_sha256=sheet.sha256,
        sheet_name=sheet.sheet_name,
        separator=sheet.separator,
        rehearsal=rehearsal,
    )
