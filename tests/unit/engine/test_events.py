"""Events go to everybody who listens, in order."""

from vidu_desktop.engine.events import EventBus, JobProgressed, PaidWorkResumed, ServiceReached


def test_every_listener_hears_every_event_in_order_until_it_stops_listening():
    bus = EventBus()
    heard: list[tuple[str, object]] = []
    first, second = (lambda event, name=name: heard.append((name, event)) for name in ("first", "second"))
    bus.subscribe(first)
    bus.subscribe(second)
    resumed, reached = PaidWorkResumed(), ServiceReached("https://service.test")
    bus.publish(resumed)
    bus.unsubscribe(first)
    bus.publish(reached)
    assert heard == [("first", resumed), ("second", resumed), ("second", reached)]


def test_progress_of_the_services_own_work_speaks_of_no_bytes():
    progress = JobProgressed("job", 0.5)
    assert (progress.done_bytes, progress.total_bytes) == (0, None)
