"""When to poll next, and how long to hold back."""

import itertools
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.engine.pace import AccountProbe, Backoff, ConcurrencyLimit
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
def test_every_wait_after_the_first_poll_is_within_half_a_second_and_fifteen_seconds(expected):
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


def test_a_place_stays_empty_for_a_quarter_of_a_second_while_results_take_seconds():
    # given a service whose results take about five seconds, known from many jobs
    known = Expectation(5.0, 0.3)
    chance = random.Random(5)
    idle_s = []
    # when each result is found by the next poll
    for _ in range(2000):
        took_s = known.median_s * math.exp(chance.gauss(0, known.spread))
        idle_s.append(next(t for t in poll_times_s(known, 100) if t >= took_s) - took_s)
    # then hardly more than the minimum of two polls a second is lost, and no poll is made long before
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


def test_each_refusal_in_a_row_doubles_the_wait_and_an_answer_begins_it_anew():
    pace = Backoff()
    waits_s, now_s = [], 0.0
    for _ in range(4):
        pace.slow(now_s, asked_at_s=now_s, retry_after_s=None, jitter=1.0)
        waits_s.append(pace.wait_s(now_s))
        now_s = pace.open_at_s
    assert waits_s == [waits_s[0] * 2**n for n in range(4)]
    pace.went_well()
    pace.slow(now_s, asked_at_s=now_s, retry_after_s=None, jitter=1.0)
    assert pace.wait_s(now_s) == waits_s[0]
    assert pace.wait_s(pace.open_at_s) == 0


def test_nobody_waits_for_a_service_that_refused_nothing():
    # a machine's monotonic clock may start at 0
    assert Backoff().wait_s(0.0) == 0


def test_hurry_ends_every_wait_but_the_services_own():
    own = Backoff()
    own.slow(10.0, asked_at_s=10.0, retry_after_s=None, jitter=1.0)
    own.hurry()
    assert own.wait_s(10.0) == 0
    wished = Backoff()
    wished.slow(10.0, asked_at_s=10.0, retry_after_s=30.0, jitter=1.0)
    wished.hurry()
    assert wished.wait_s(10.0) == 30.0


def test_a_place_comes_back_after_ten_orders_each_time_and_none_after_nine():
    places = ConcurrencyLimit(most=10)
    places.too_many()
    learned = places.limit
    for step in (1, 2):
        for _ in range(9):
            places.accepted()
        assert places.limit == learned + step - 1
        places.accepted()
        assert places.limit == learned + step


def test_the_first_place_more_than_a_new_account_has_comes_with_the_tenth_order():
    places = ConcurrencyLimit(most=5, learned=2)
    for _ in range(9):
        places.accepted()
    assert places.limit == 2
    places.accepted()
    assert places.limit == 3


def test_a_refusal_begins_the_count_of_accepted_orders_anew():
    places = ConcurrencyLimit(most=10)
    places.too_many()
    for _ in range(9):
        places.accepted()
    places.too_many()
    learned = places.limit
    places.accepted()
    assert places.limit == learned


def test_nothing_is_learned_of_places_beyond_the_setting():
    # the account never had more orders than the setting allows
    places = ConcurrencyLimit(most=2, learned=2)
    for _ in range(30):
        places.accepted()
    places.most = 10
    assert places.limit == 2


def test_ten_places_are_three_fewer_after_a_refusal():
    places = ConcurrencyLimit(most=10)
    places.too_many()
    assert places.limit == 7


def test_an_account_that_took_an_order_is_known_until_it_is_doubted():
    probe = AccountProbe()
    assert not probe.firm
    probe.trust()
    assert probe.firm
    probe.doubt()
    assert not probe.firm


def test_only_the_latest_fifty_jobs_tell_how_long_the_next_takes():
    old, new = [20.0] * 200, [5.0] * 50
    assert expectation_of([*old, *new], PRIOR) == expectation_of(new, PRIOR)
    assert expectation_of([*old, *new[1:]], PRIOR) != expectation_of(new[1:], PRIOR)


def test_a_job_that_took_no_time_teaches_nothing():
    # the clock was set back
    assert expectation_of([-3.0, 0.0], PRIOR) == PRIOR
    assert expectation_of([0.0, 8.0, 8.0], PRIOR) == expectation_of([8.0, 8.0], PRIOR)


def test_one_job_and_the_prior_meet_in_the_middle():
    learned = expectation_of([40.0], Expectation(10.0, 0.7))
    assert math.isclose(learned.median_s, 20.0)  # the mean of the logarithms
    same = expectation_of([10.0] * 3, Expectation(10.0, 0.8))
    # The variance is a fourth of the prior's, because the jobs have none.
    assert math.isclose(same.spread, 0.4)


def test_a_job_of_half_a_second_teaches_as_any_other():
    assert expectation_of([0.5], PRIOR).median_s < PRIOR.median_s


def test_of_two_jobs_the_longer_is_the_median():
    # 15 s are more than ten times the shorter one, but still count
    assert expectation_of([1.0, 15.0], PRIOR).median_s == pytest.approx(
        math.prod((10.0, 1.0, 15.0)) ** (1 / 3)
    )


def test_the_spread_is_that_of_the_logarithms_with_the_prior_as_one_job():
    durations_s, prior = [4.0, 8.0, 30.0], Expectation(10.0, 0.5)
    learned = expectation_of(durations_s, prior)
    off = [math.log(seconds / learned.median_s) for seconds in durations_s]
    assert learned.spread == pytest.approx(math.hypot(prior.spread, *off) / 2)


def test_a_job_at_ten_times_the_median_counts_and_one_beyond_does_not():
    own = [5.0] * 4
    assert expectation_of([*own, 50.0], PRIOR).median_s > expectation_of(own, PRIOR).median_s
    assert expectation_of([*own, 50.1], PRIOR) == expectation_of(own, PRIOR)


def test_the_first_poll_comes_when_one_result_in_twenty_is_there():
    expected = Expectation(100.0, 0.5)
    first_s = poll_wait_s(0.0, expected)
    chance = random.Random(1)
    there = sum(expected.median_s * math.exp(chance.gauss(0, 0.5)) <= first_s for _ in range(20_000))
    assert 0.04 < there / 20_000 < 0.06
    assert math.isclose(poll_wait_s(first_s / 2, expected), first_s / 2)


def test_a_result_that_is_late_is_asked_for_ever_more_seldom():
    expected = Expectation(30.0, 0.5)
    late_s = expected.quantile_s(1.64)
    on_time_s = poll_wait_s(expected.median_s, expected)
    assert math.isclose(poll_wait_s(late_s, expected), on_time_s)
    assert math.isclose(poll_wait_s(2 * late_s, expected), 4 * on_time_s)
    assert poll_wait_s(100 * late_s, expected) == POLL_MOST_S


def test_a_wait_after_failures_is_between_half_and_the_whole_of_its_step():
    assert [backoff_s(n, None, 1.0) for n in (1, 2, 3, 6, 7, 8)] == [
        1,
        2,
        4,
        32,
        BACKOFF_MOST_S,
        BACKOFF_MOST_S,
    ]
    assert [backoff_s(n, None, 0.0) for n in (1, 2, 3)] == [0.5, 1, 2]
