"""Takes over the answers to a review: the verdicts and remarks of somebody who has looked at a packet."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.library_marks import LibraryMarks
from vidu_desktop.controllers.library_ports import AnswerReader
from vidu_desktop.controllers.result_words import review_words
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.last_folders import FilePurpose

translate = QCoreApplication.translate


class ReviewController:
    """A review can be undone like any marks."""

    def __init__(self, context: LibraryContext, marks: LibraryMarks, reader: AnswerReader) -> None:
        self._context = context
        self._marks = marks
        self._reader = reader
        context.pane.answers_wanted.connect(self.ask)

    def ask(self) -> QFileDialog:
        """Ask for the answers file."""
        dialog = FileDialog(
            self._context.pane,
            translate("ReviewController", "The answers file that came back from a review packet"),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                translate("ReviewController", "Answers ({patterns})").format(patterns="*.json"),
                translate("ReviewController", "All files ({patterns})").format(patterns="*"),
            ]
        )
        self._context.folders.begin(dialog, FilePurpose.REVIEWS)
        dialog.fileSelected.connect(
            lambda path: self._context.undo.expect(
                self._context.guarded.start("take a review", self.take, Path(path), writes=True)
            )
        )
        dialog.open()
        return dialog

    async def take(self, path: Path) -> None:
        """Write the answers of a file into the marks of its videos. Raises BadInput, DiskTrouble."""
        review = await self._reader.read_answers(path)
        taken = await self._marks.take_review(review)
        self._context.notices.say(review_words(taken, len(review.answers)))
