"""An order was sent and its answer was lost: the dialog shows what is known, and the three ways out, which only the person
may choose.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.job import Charge, Job
from vidu_desktop.domain.json_reading import NAME_MOST_CHARS
from vidu_desktop.domain.titles import job_subtitle, job_title
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_M, GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.job_words import no_prompt
from vidu_desktop.ui.text import say, say_moment, say_pair, say_price, say_sums
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.length_limit import limit_length
from vidu_desktop.ui.widgets.push_button import PushButton

_PICTURE_PX = 96


class UnknownDialog(DialogFrame):
    """Closing it decides nothing: the job stays as it is."""

    send_again_requested = Signal(object)  # list[str], job ids: send the same bytes with the same request id
    give_up_requested = Signal(object)  # list[str], job ids: treat as lost
    rescue_requested = Signal(str, str)  # job id, task id from the service's console

    def __init__(
        self,
        look: Look,
        job: Job,
        parent: QWidget | None = None,
        *,
        alike: Sequence[Job] = (),
        picture: QPixmap | None = None,
    ) -> None:
        """`alike` are other jobs of which no more is known than of this one: a decision can be for all of them. `picture` is
        the picture that was sent; None where it isn't known.
        """
        super().__init__(look, "", parent, width_px=540)
        self._job = job
        self._alike = list(alike)
        self._picture = picture
        self._surely_charged = job.charge is Charge.SPENT
        self.setWindowTitle(self.tr("Answer lost"))
        if job.ended:
            self.say(
                self.tr("The service doesn't know this task id"),
                self.tr(
                    "Nothing can be fetched under {task_id}. With the right id from the service's console the video "
                    "can still be fetched; asking costs nothing."
                ).format(task_id=job.task_id),
            )
        elif self._surely_charged:
            self.say(
                self.tr("It was charged, and its task id is lost"),
                self.tr(
                    "The service says that it has this order. Its answer with the task id did not arrive. With the "
                    "id from the service's console the video can still be fetched."
                ),
            )
        else:
            self.say(
                self.tr("We don't know yet whether it was charged"),
                self.tr(
                    "The order left this computer, and the service's answer did not arrive. It may have taken the "
                    "order or not. Nothing is sent again unless you say so."
                ),
            )
        self._build_facts()
        if not job.ended:
            self._build_ways()
        self._build_rescue()
        later = self.add_answer(self.tr("Decide later"))
        later.clicked.connect(self.reject)
        later.setFocus()  # a key that is pressed too early must not send anything

    def _build_facts(self) -> None:
        job = self._job
        card = QFrame()
        restyle(card, surface="sunken")
        grid = QGridLayout(card)
        grid.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GAP_XS)
        grid.setColumnStretch(1, 1)
        sent = say_moment(job.sent_at) if job.sent_at is not None else ""
        facts = (
            (self.tr("Video"), job_title(job) or no_prompt()),
            (self.tr("Belongs to") if job.request.shot else self.tr("Pictures"), job_subtitle(job)),
            (self.tr("Sent"), sent),
            (
                self.tr("Charged") if self._surely_charged else self.tr("Perhaps charged"),
                say_price(job.price),
            ),
            (self.tr("Request id"), job.request_id or ""),
        )
        sentences = (
            (self.tr("What happened"), say(job.trouble.sentence) if job.trouble else ""),
            (self.tr("The service says"), job.trouble.service_words if job.trouble else ""),
        )
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, value) in enumerate((name, value) for name, value in (*facts, *sentences) if value):
            # The decision depends on what happened, so these sentences are never cut short.
            label: QLabel = (
                plain_label(value, role=FontRole.CAPTION, wrap=True)
                if (name, value) in sentences
                else ElidedLabel(value, role=FontRole.CAPTION)
            )
            label.setAccessibleName(say_pair(name, value))
            grid.addWidget(plain_label(name, role=FontRole.CAPTION, tone="faint"), row, 0, top)
            grid.addWidget(label, row, 1)
        if self._picture is not None:
            shown = QLabel()
            shown.setPixmap(
                self._picture.scaled(
                    _PICTURE_PX,
                    _PICTURE_PX,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            shown.setAccessibleName(self.tr("The picture that was sent"))
            grid.addWidget(shown, 0, 2, grid.rowCount(), 1, top)
        self.body.addWidget(card)

    def _build_ways(self) -> None:
        self._send_again = self._way(
            self.tr("Send again with the same request id"),
            self.tr(
                "The service says that it refuses a request id that it has seen. If it keeps to that, you can't pay twice. "
                "It was never proven."
            ),
        )
        # The service would only refuse a request id that it has seen.
        self._send_again.setEnabled(not self._surely_charged)
        self._send_again.clicked.connect(lambda: self._decide(self.send_again_requested))
        self._give_up = self._way(
            self.tr("Treat as lost"),
            self.tr(
                "The row ends here. If it was charged, the money is gone; it counts against your budget."
            ),
        )
        self._give_up.clicked.connect(lambda: self._decide(self.give_up_requested))
        self._for_all = QCheckBox(self._words_for_all())
        self._for_all.setVisible(bool(self._alike))
        self.body.addWidget(self._for_all)

    def _words_for_all(self) -> str:
        price = Sums.of(job.price for job in (self._job, *self._alike))
        template = (
            self.tr("The same for all {count} jobs like this one, charged {price} in all")
            if self._surely_charged
            else self.tr("The same for all {count} jobs like this one, perhaps charged {price} in all")
        )
        return template.format(count=1 + len(self._alike), price=say_sums(price))

    def _way(self, words: str, meaning: str) -> QPushButton:
        row = QHBoxLayout()
        row.setSpacing(GAP_L)
        button = PushButton(words)
        button.setAutoDefault(False)
        button.setMinimumWidth(220)
        button.setAccessibleDescription(meaning)
        row.addWidget(button)
        row.addWidget(plain_label(meaning, role=FontRole.CAPTION, tone="soft", wrap=True), 1)
        self.body.addLayout(row)
        return button

    def _build_rescue(self) -> None:
        box = QVBoxLayout()
        box.setSpacing(GAP_XS)
        meaning = self.tr("I have a task id from the service's console: the video is fetched under it.")
        box.addWidget(plain_label(meaning, role=FontRole.CAPTION, tone="soft", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self._task_id = QLineEdit()
        self._task_id.setPlaceholderText(self.tr("Task id"))
        self._task_id.setAccessibleName(self.tr("Task id from the service's console"))
        limit_length(self._task_id, NAME_MOST_CHARS)
        self._rescue = PushButton(self.tr("Rescue"))
        self._rescue.setAutoDefault(False)
        self._rescue.setEnabled(False)
        self._task_id.textChanged.connect(lambda text: self._rescue.setEnabled(bool(text.strip())))
        self._task_id.returnPressed.connect(self._rescue.click)
        self._rescue.clicked.connect(self._ask_rescue)
        row.addWidget(self._task_id, 1)
        row.addWidget(self._rescue)
        box.addLayout(row)
        self.body.addLayout(box)

    def _decide(self, decision: SignalInstance) -> None:
        jobs = [self._job, *(self._alike if self._for_all.isChecked() else ())]
        decision.emit([job.job_id for job in jobs])
        self.accept()

    def _ask_rescue(self) -> None:
        self.rescue_requested.emit(self._job.job_id, self._task_id.text().strip())
        self.accept()
