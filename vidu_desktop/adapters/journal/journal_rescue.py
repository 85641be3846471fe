"""Brings jobs back: from a damaged journal, and from the second record of paid orders."""

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from vidu_desktop.adapters.journal import journal_rows
from vidu_desktop.adapters.journal.job_codec import job_from_json
from vidu_desktop.adapters.journal.paid_orders_log import KnownOrder, carried_on
from vidu_desktop.errors import BadInput


def rescue(connection: sqlite3.Connection, damaged_path: Path, at: datetime) -> int:
    """Copy the readable jobs of a damaged journal row by row; return how many were copied.

    A row with a wrong checksum is copied only if it still reads as a job with a task id: an odd prompt is better than a paid
    video that nobody fetches.
    """
    rescued = 0
    for payload, payload_sum, removed in _readable_rows(damaged_path):
        try:
            job = job_from_json(payload)
        except BadInput:
            continue
        if journal_rows.payload_sum_of(payload) != payload_sum and job.task_id is None:
            continue
        with suppress(sqlite3.IntegrityError):
            journal_rows.put(connection, carried_on(job), at if removed else None)
            rescued += 1
    return rescued


def _readable_rows(damaged_path: Path) -> list[tuple[str, int, bool]]:
    rows: list[tuple[str, int, bool]] = []
    with suppress(sqlite3.Error):
        damaged = sqlite3.connect(damaged_path, isolation_level=None)
        try:
            damaged.text_factory = lambda data: data.decode("utf-8", "replace")
            damaged.execute("PRAGMA cell_size_check = ON")
            rowid = -1
            failures = 0
            while failures < 1000:  # a page that can't be read ends a query; the next query starts behind it
                try:
                    query = (
                        "SELECT rowid, payload, payload_sum, removed_at IS NOT NULL FROM jobs"
                        " WHERE rowid > ? ORDER BY rowid LIMIT 1"
                    )
                    row = damaged.execute(query, (rowid,)).fetchone()
                except sqlite3.Error:
                    failures += 1
                    rowid += 1
                    continue
                if row is None:
                    break
                if row[0] <= rowid:
                    break  # so damaged that the order of the rows is wrong
                rowid = row[0]
                if isinstance(row[1], str) and isinstance(row[2], int):
                    rows.append((row[1], row[2], bool(row[3])))
        finally:
            damaged.close()
    return rows


def reconcile(connection: sqlite3.Connection, orders: dict[str, KnownOrder], at: datetime) -> int:
    """Add what only the second record knows; return how many jobs were added or replaced.

    Where the journal has a job, the journal is right, with one exception: a task id that it doesn't know, because its disk
    was full when the service answered.
    """
    found = 0
    for order in orders.values():
        present, task_id = journal_rows.task_id_of(connection, order.job.job_id)
        if present and (order.job.task_id is None or task_id is not None):
            continue
        journal_rows.put(connection, carried_on(order.job), at if order.removed else None)
        found += 1
    return found
