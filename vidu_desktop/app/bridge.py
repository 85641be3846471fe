"""Turns the engine's events into Qt signals. There is no other bridge."""

from PySide6.QtCore import QObject, Signal

from vidu_desktop.engine.events import (
    ClipAdded,
    Event,
    EventBus,
    JobAdded,
    JobChanged,
    JobProgressed,
    JobsAdded,
    JobsChanged,
    JobsRead,
    JobsRemoved,
    OrderNotTaken,
    PaidWorkPaused,
    PaidWorkResumed,
    ServiceLost,
    ServiceReached,
)


class EventBridge(QObject):
    """Lives on the engine's thread, which is also the interface's."""

    jobs_put = Signal(object)  # tuple[Job, ...]: added or changed
    jobs_read = Signal(object)  # tuple[Job, ...]: as an earlier run left them
    jobs_removed = Signal(object)  # tuple[str, ...]: job ids
    # Job id, fraction or None, done bytes, total bytes or None.
    job_progressed = Signal(str, object, int, object)
    clip_added = Signal(object)  # Clip
    order_not_taken = Signal(object)  # Trouble: the order couldn't be written down
    paused = Signal(object)  # Trouble
    resumed = Signal()
    service_lost = Signal(object, str)  # Trouble, address
    service_reached = Signal(str)  # address

    def __init__(self, bus: EventBus) -> None:
        super().__init__()
        bus.subscribe(self._pass_on)

    def _pass_on(self, event: Event) -> None:
        match event:
            case JobAdded(job) | JobChanged(job):
                self.jobs_put.emit((job,))
            case JobsAdded(jobs) | JobsChanged(jobs):
                self.jobs_put.emit(jobs)
            case JobsRead(jobs):
                self.jobs_read.emit(jobs)
            case JobsRemoved(job_ids):
                self.jobs_removed.emit(job_ids)
            case JobProgressed(job_id, fraction, done_bytes, total_bytes):
                self.job_progressed.emit(job_id, fraction, done_bytes, total_bytes)
            case ClipAdded(clip):
                self.clip_added.emit(clip)
            case OrderNotTaken(_, trouble):
                self.order_not_taken.emit(trouble)
            case PaidWorkPaused(trouble):
                self.paused.emit(trouble)
            case PaidWorkResumed():
                self.resumed.emit()
            case ServiceLost(trouble, address):
                self.service_lost.emit(trouble, address)
            case ServiceReached(address):
                self.service_reached.emit(address)
