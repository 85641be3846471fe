"""When to ask next, and how long to hold back."""

import itertools
import math
import random

from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.engine.pace import Backoff, ConcurrencyLimit
from vidu_desktop.engine.pacing import (
    BACKOFF_MOST_S,
    POLL_LEAST_S,
    POLL_MOST_S,
    Expectation,
    backoff_s,
    expectation_of,
    poll_wait_s,
)

PRIOR = Expectation(10.0, 0.7)
expectations = st.builds(Expectation, st.floats(0.5, 600), st.floats(0.05, 1.5))


def poll_times_s(expected: Expectation, until_s: float) -> list[float]:
    times = [poll_wait_s(0.0, expected)]
    while times[-1] < until_s:
        times.append(times[-1] + poll_wait_s(times[-1], expected))
    return times


@given(expectations)
def test_every_wait_after_the_first_poll_is_within_one_and_fifteen_seconds(expected):
    times = poll_times_s(expected, 2000)
    waits = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert all(POLL_LEAST_S - 1e-9 <= wait <= POLL_MOST_S + 1e-9 for wait in waits)


def test_polls_stand_closest_around_the_expected_time():
    expected = Expectation(120.0, 0.3)
    times = poll_times_s(expected, 3600)
    around = [b - a for a, b in itertools.pairwise(times) if 80 < a < 180]
    after = [b - a for a, b in itertools.pairwise(times) if a > 400]
    assert times[0] > 60  # not before a result can be expected
    assert max(around) < min(after)


def test_a_place_stays_empty_for_half_a_second_at_most_while_results_take_seconds():
    # given a service whose results take about five seconds, known from many jobs
    known = Expectation(5.0, 0.3)
    chance = random.Random(5)
    idle_s = []
    # when each result is found by the next poll
    for _ in range(2000):
        took_s = known.median_s * math.exp(chance.gauss(0, known.spread))
        idle_s.append(next(t for t in poll_times_s(known, 100) if t >= took_s) - took_s)
    # then little more than the least that one poll a second can reach is lost, and no poll is spent long before
    assert sum(idle_s) / len(idle_s) < 1.05 * POLL_LEAST_S / 2
    assert poll_times_s(known, 10)[0] > known.median_s / 2


def test_before_any_finished_job_the_catalogue_is_believed_and_afterwards_the_jobs_are():
    assert expectation_of([], PRIOR) == PRIOR
    chance = random.Random(3)
    own = [60 * math.exp(chance.gauss(0, 0.2)) for _ in range(40)]
    learned = expectation_of(own, PRIOR)
    assert 50 < learned.median_s < 65
    assert learned.spread < 0.45


def test_a_job_found_finished_the_next_day_teaches_nothing():
    own = [5.0] * 10
    assert expectation_of([*own, 80_000.0], PRIOR).median_s == expectation_of(own, PRIOR).median_s


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_backoff_grows_to_a_minute_and_no_further(failures, jitter):
    assert 0.5 <= backoff_s(failures, None, jitter) <= BACKOFF_MOST_S
    assert backoff_s(failures, None, jitter) <= backoff_s(failures + 1, None, jitter)


def test_the_services_own_wish_is_kept_when_it_is_longer():
    assert backoff_s(1, 30.0, 0.5) == 30.0
    assert backoff_s(9, 1.0, 1.0) == BACKOFF_MOST_S


def test_five_refusals_of_one_moment_slow_the_queue_once():
    pace = Backoff()
    assert pace.slow(10.0, asked_at_s=9.9, retry_after_s=None, jitter=1.0)
    open_at_s = pace.open_at_s
    for _ in range(4):
        assert not pace.slow(10.1, asked_at_s=9.9, retry_after_s=None, jitter=1.0)
    assert pace.open_at_s == open_at_s
    assert pace.slow(open_at_s + 0.2, asked_at_s=open_at_s + 0.1, retry_after_s=None, jitter=1.0)
    assert pace.wait_s(open_at_s + 0.2) > open_at_s - 10.0


def test_a_longer_wish_of_a_late_refusal_still_counts():
    pace = Backoff()
    pace.slow(10.0, asked_at_s=9.9, retry_after_s=None, jitter=0.0)
    pace.slow(10.1, asked_at_s=9.9, retry_after_s=30.0, jitter=0.0)
    assert pace.wait_s(10.1) == 30.0


def test_places_go_down_fast_and_up_slowly_and_never_leave_one_and_the_setting():
    places = ConcurrencyLimit(most=10)
    for _ in range(20):
        places.too_many()
    assert places.limit == 1
    steps = 0
    while places.limit < 10:
        places.accepted()
        steps += 1
    assert steps >= 9 * 5
    for _ in range(1000):
        places.accepted()
    assert places.limit == 10
