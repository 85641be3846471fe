"""One character or product: its name, its pictures, and the text that describes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from vidu_desktop.domain.modes import SUBJECT_MODES
from vidu_desktop.domain.shelf import SHELF_NAME_MOST_CHARS, SHELF_PICTURES_MOST, SHELF_WORDS_MOST_CHARS
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.drop_reading import DropReading
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.well_row import WellRow
from vidu_desktop.ui.widgets.while_alive import while_alive


class ShelfItemDialog(Translated, DialogFrame):
    """Doesn't close by itself when *Save* is pressed: the caller closes it, or reports an error with `say_wrong`."""

    save_requested = Signal(str, str, object)  # name, text, list[str] of pictures
    last_frames_wanted = Signal(object, object)  # list[str], videos; what takes the pictures' paths

    def __init__(
        self,
        look: Look,
        pictures: PictureService,
        paths: Sequence[str],
        parent: QWidget | None = None,
        *,
        name: str = "",
        words: str = "",
        picture_names: Sequence[str] = (),
        memory: QSettings | None = None,
    ) -> None:
        """`picture_names` are what the pictures are called, where that isn't their files' names."""
        super().__init__(look, "", parent, width_px=520)
        self.setModal(False)
        self._pictures = pictures
        self._chooser = PictureChooser(memory, self)
        self._slots = PicturePlaces(pictures, SUBJECT_MODES[0], parent=self)
        self._is_new = not name
        self.name = QLineEdit(name)
        self.name.setMaxLength(SHELF_NAME_MOST_CHARS)
        self.words = QLineEdit(words)
        self.words.setMaxLength(SHELF_WORDS_MOST_CHARS)
        self._row = WellRow(
            look,
            self._slots,
            columns=SHELF_PICTURES_MOST,
            room=SHELF_PICTURES_MOST,
            most=SHELF_PICTURES_MOST,
            name_well=self._name_well,
            movable=True,
        )
        self._titles: list[QLabel] = []
        for field in (self.name, self._row, self.words):
            label = plain_label(role="strong")
            label.setBuddy(field)
            self._titles.append(label)
            self.body.addWidget(label)
            self.body.addWidget(field)
        self._wrong = plain_label(tone="bad", wrap=True)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self._error: ViduDesktopError | None = None
        self._cancel = self.add_answer("")
        self._save = self.add_answer("", "primary")
        self._retranslate()
        self._slots.set_paths(paths, picture_names)
        self._connect()
        self._follow()
        self.name.setFocus()

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._wish)
        self.name.textChanged.connect(self._follow)
        self._slots.changed.connect(self._follow)
        self._row.dropped.connect(self._take)
        self._row.choose_requested.connect(
            lambda index: self._chooser.choose(
                self, several=True, chosen=lambda paths: self._put(paths, index)
            )
        )

    def say_wrong(self, error: ViduDesktopError) -> None:
        """Say why the item couldn't be put on the shelf, or why a picture couldn't be added."""
        self._error = error
        self._wrong.setText(say(error.sentence))
        self._wrong.show()
        self._save.setEnabled(True)

    @override
    def _retranslate(self) -> None:
        put = self.tr("Put on the shelf")
        self.setWindowTitle(put if self._is_new else self.tr("Change on the shelf"))
        self._save.setText(put if self._is_new else self.tr("Save"))
        self._cancel.setText(self.tr("Cancel"))
        self.name.setPlaceholderText(self.tr("Mei"))
        self.words.setPlaceholderText(self.tr("a girl in a yellow raincoat"))
        titles = (
            self.tr("Name, written as @name in a prompt"),
            self.tr("Pictures"),
            self.tr("What a prompt says of it the first time; may be empty"),
        )
        for label, title in zip(self._titles, titles, strict=True):
            label.setText(title)
            field = label.buddy()
            if field is not None:
                field.setAccessibleName(title)
        self._row.name_all()
        if self._error is not None:
            self._wrong.setText(say(self._error.sentence))

    def _name_well(self, well: PictureWell, index: int) -> None:
        title = self.tr("Picture {number}").format(number=index + 1)
        well.set_words(title, self.tr("Drop or click"), icon="reference")

    def _take(self, index: int, reading: DropReading) -> None:
        if reading.videos:

            def take(paths: list[str]) -> None:
                self._put(paths, index)

            self.last_frames_wanted.emit(list(reading.videos), while_alive(self, take))
        elif reading.pictures:
            self._put(list(reading.pictures), index)
        elif reading.content:
            self._pictures.keep_content(reading.content, reading.image_name, self._receiver(index))
        elif reading.image is not None:
            self._pictures.keep_image(reading.image, reading.image_name, self._receiver(index))

    def _receiver(self, index: int) -> Callable[[str | ViduDesktopError], None]:
        def take(answer: str | ViduDesktopError) -> None:
            if isinstance(answer, ViduDesktopError):
                self.say_wrong(answer)
            else:
                self._put([answer], index)

        return while_alive(self, take)

    def _put(self, paths: list[str], index: int) -> None:
        if len(paths) == 1:
            self._slots.put(index, paths[0])
        else:
            self._slots.add(paths[: SHELF_PICTURES_MOST - len(self._slots)])

    def _follow(self) -> None:
        self._wrong.hide()
        filled = bool(self._slots.filled)
        self._save.setEnabled(filled and bool(self.name.text().strip()))

    def _wish(self) -> None:
        self._save.setEnabled(False)
        paths = [slot.path for _, slot in self._slots.filled]
        self.save_requested.emit(self.name.text(), self.words.text(), paths)
