"""An alarm rings in time, and asks the loop for no more timers than it needs."""

import asyncio

from fakes.virtual_time import with_virtual_time
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.engine.alarm import Alarm

WAITS_S = st.floats(min_value=0.0, max_value=5000.0)


@given(st.lists(st.tuples(WAITS_S, WAITS_S), min_size=1, max_size=20))
def test_it_rings_at_the_latest_when_it_was_set_to(steps):
    """Each step sets the alarm to a time and lets another time pass. The listener sets it again to the remaining time."""

    async def story():
        loop = asyncio.get_running_loop()
        due_s, late_s = [], []

        def ring():
            now_s = loop.time()
            late_s.extend(now_s - at_s for at_s in due_s if at_s <= now_s)
            due_s[:] = [at_s for at_s in due_s if at_s > now_s]
            for at_s in due_s:
                alarm.set(at_s - now_s)

        alarm = Alarm(ring)
        for within_s, pause_s in steps:
            due_s.append(loop.time() + within_s)
            alarm.set(within_s)
            await asyncio.sleep(pause_s)
        await asyncio.sleep(6000.0)
        assert due_s == []
        assert all(one_s < 0.001 for one_s in late_s)

    with_virtual_time(story)


def test_stopped_it_does_not_ring():
    async def story():
        rings = []
        alarm = Alarm(lambda: rings.append(None))
        alarm.set(10.0)
        alarm.set(5.0)
        alarm.stop()
        await asyncio.sleep(20.0)
        assert rings == []

    with_virtual_time(story)


def test_a_later_time_than_one_that_is_pending_needs_no_timer_of_its_own(monkeypatch):
    async def story():
        loop, asked = asyncio.get_running_loop(), []
        call_at = loop.call_at
        monkeypatch.setattr(loop, "call_at", lambda when, *rest: asked.append(when) or call_at(when, *rest))
        alarm = Alarm(lambda: None)
        for _ in range(100):
            alarm.set(3600.0)
        assert len(asked) == 1
        alarm.stop()

    with_virtual_time(story)
