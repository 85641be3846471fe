"""Tells on the command line of new or changed rows in a batch's sheet that nobody has approved."""

from collections.abc import Collection

from vidu_desktop.batch.sheet_changes import news_of, news_words
from vidu_desktop.cli.reports import Report
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.wiring.session import Session


async def say_news(session: Session, report: Report, batch_ids: Collection[str]) -> None:
    """Tell of such rows for each of these batches, and how to approve them. None of them is ordered."""
    checker = session.program.sheet_checker
    try:
        news = await news_of(batch_ids, checker.store, checker.sheets, checker.folders)
    except DiskTrouble as error:
        report.refused(error)
        return
    for batch, rows in news:
        report.say(news_words(batch, rows))
        report.say(Sentence(_HOW, {"source": batch.source_path}))


_HOW = QT_TRANSLATE_NOOP(
    "command line",
    '`vidu-desktop batch "{source}"` with the options that you gave it before checks it anew, and approves them, too, where '
    "you name a budget.",
)
