"""Two doors of the service, two accounts: what was ordered through one stays with it when the settings change to the
other, is never sent through both, and neither door's trouble holds up the other.
"""

from dataclasses import replace
from decimal import Decimal

import pytest
from fakes.town import Somewhere, Town
from fakes.virtual_time import until, with_virtual_time
from fakes.world import a_request, trouble

from vidu_desktop.domain.amounts import Currency, Money, Sums, cny, usd
from vidu_desktop.domain.doors import DOOR_NAMES, DOOR_URLS, Door
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine import send_checks
from vidu_desktop.engine.pauses import Pauses
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import AccountTrouble, AnswerLost, BadInput, KeyTrouble, Refused

S = JobState
ZAI, BIGMODEL = DOOR_URLS[Door.ZAI], DOOR_URLS[Door.BIGMODEL]


PRICES = {a_request().model: Decimal("0.35")}


class TwoDoors(Town):
    """`without_key` are the doors whose key isn't known."""

    def __init__(self) -> None:
        super().__init__(Settings(base_url=ZAI, bigmodel_prices=PRICES))
        self.services = {url: Somewhere(self.world, url) for url in (ZAI, BIGMODEL)}
        self.without_key: set[Door] = set()

    async def for_job(self, job: Job) -> Somewhere:
        if job.door in self.without_key:
            raise trouble(KeyTrouble, f"no-key at {DOOR_NAMES[job.door]}")
        return self.services[job.address(self.settings.base_url)]

    def charged(self) -> dict[str, int]:
        return {url: len(service.charges) for url, service in self.services.items()}

    async def ordered_and_held(self, count: int = 1) -> list[Job]:
        """Order while the queue is paused, so that the orders wait when the settings change."""
        self.engine.pause()
        jobs = [self.engine.submit(a_request(prompt=f"{n}"), rehearsal=False) for n in range(count)]
        await until(lambda: all(job.job_id in self.world.store.disk for job in jobs))
        await until(lambda: all(self.engine.job(job.job_id).state is S.READY for job in jobs))
        return jobs


async def an_order_that_waits_through_a_change_of_door() -> dict[str, int]:
    town = TwoDoors()
    await town.engine.start()
    [early] = await town.ordered_and_held()
    town.move(BIGMODEL)
    late = town.engine.submit(a_request(prompt="late"), rehearsal=False)
    town.engine.go_on()
    await until(lambda: all(town.engine.job(job.job_id).state is S.STORED for job in (early, late)))
    assert town.services[ZAI].strangers == town.services[BIGMODEL].strangers == []
    await town.engine.stop()
    return town.charged()


def test_an_order_stays_with_the_door_through_which_it_was_ordered():
    async def story():
        assert await an_order_that_waits_through_a_change_of_door() == {ZAI: 1, BIGMODEL: 1}

    with_virtual_time(story)


def test_orders_that_followed_the_settings_through_the_other_door_would_be_seen(monkeypatch):
    """The negative control."""
    monkeypatch.setattr(Job, "address", lambda job, today: job.bound_url or today)

    async def story():
        assert await an_order_that_waits_through_a_change_of_door() == {ZAI: 0, BIGMODEL: 2}

    with_virtual_time(story)


def test_it_stays_with_its_door_through_a_restart_too():
    async def story():
        town = TwoDoors()
        await town.engine.start()
        [early] = await town.ordered_and_held()
        await town.engine.stop()
        after = town.world.restarted()
        town.settings = Settings(base_url=BIGMODEL, bigmodel_prices=PRICES)
        after.services = town
        engine = after.engine(town.settings)
        await engine.start()
        engine.go_on()
        await until(lambda: engine.job(early.job_id).state is S.STORED)
        await engine.stop()
        assert town.charged() == {ZAI: 1, BIGMODEL: 0}

    with_virtual_time(story)


def test_without_a_price_at_a_door_nothing_is_ordered_there_and_a_budget_is_never_blind():
    async def story():
        town = TwoDoors()
        town.settings = Settings(base_url=ZAI, budgets={Currency.USD: usd("0.5"), Currency.CNY: cny("0.5")})
        town.engine.settings_changed(town.settings)
        await town.engine.start()
        town.move(BIGMODEL)
        for order in (
            lambda: town.engine.submit(a_request(), rehearsal=False),
            lambda: town.engine.submit_many([a_request()] * 2, rehearsal=False),
        ):
            with pytest.raises(BadInput, match="price-unknown"):
                order()
        assert town.engine.jobs() == []
        assert town.charged() == {ZAI: 0, BIGMODEL: 0}

        town.settings = replace(town.settings, bigmodel_prices=PRICES)
        town.engine.settings_changed(town.settings)
        jobs = [town.engine.submit(a_request(prompt=f"{n}"), rehearsal=False) for n in range(3)]
        await until(lambda: jobs[-1].job_id in town.world.store.disk)
        await until(lambda: town.engine.stands_still(jobs[-1].job_id, 60.0))
        assert town.charged() == {ZAI: 0, BIGMODEL: 1}, "two at 0.35 are more than 0.50"
        await town.engine.stop()

    with_virtual_time(story)


async def yuan_bought_with_a_budget_in_dollars() -> int:
    town = TwoDoors()
    town.settings = Settings(base_url=BIGMODEL, bigmodel_prices=PRICES, budgets={Currency.USD: usd(100)})
    town.engine.settings_changed(town.settings)
    await town.engine.start()
    job = town.engine.submit(a_request(), rehearsal=False)
    assert job.price == cny("0.35")
    await until(lambda: job.job_id in town.world.store.disk)
    await until(lambda: town.engine.stands_still(job.job_id, 60.0))
    if town.engine.paused_by is not None:
        town.settings = replace(town.settings, budgets={**town.settings.budgets, Currency.CNY: cny("0.34")})
        town.engine.settings_changed(town.settings)
        await until(lambda: town.engine.stands_still(job.job_id, 60.0))
        assert "CN¥0.34" in str(town.engine.paused_by.sentence)
    await town.engine.stop()
    return town.charged()[BIGMODEL]


def test_a_budget_in_dollars_lets_no_order_in_yuan_pass():
    async def story():
        assert await yuan_bought_with_a_budget_in_dollars() == 0

    with_virtual_time(story)


def test_a_budget_that_forgot_its_currency_would_be_seen(monkeypatch):
    """The negative control."""

    def of_figures_alone(price: Money, taken: Sums, budget: Money | None) -> bool:
        figures = (money.amount for money in taken)
        return budget is None or sum(figures, price.amount) <= budget.amount

    monkeypatch.setattr(send_checks, "fits_budget", of_figures_alone)
    monkeypatch.setattr(Settings, "budget_in", lambda settings, _: next(iter(settings.budgets.values())))

    async def story():
        assert await yuan_bought_with_a_budget_in_dollars() == 1

    with_virtual_time(story)


def test_what_waits_keeps_the_currency_it_was_ordered_in_and_counts_in_it_alone():
    async def story():
        town = TwoDoors()
        town.settings = replace(town.settings, budgets={Currency.USD: usd("0.20"), Currency.CNY: cny("0.35")})
        town.engine.settings_changed(town.settings)
        await town.engine.start()
        [early] = await town.ordered_and_held()
        town.move(BIGMODEL)
        late = town.engine.submit(a_request(prompt="late"), rehearsal=False)
        town.engine.go_on()
        await until(lambda: all(town.engine.job(job.job_id).state is S.STORED for job in (early, late)))
        assert town.engine.taken_money == Sums.of([usd("0.20"), cny("0.35")])
        await town.engine.stop()

    with_virtual_time(story)


def test_what_was_refused_at_one_door_is_tried_again_there_where_the_other_has_no_price():
    async def story():
        town = TwoDoors()
        await town.engine.start()
        town.services[ZAI].troubles.append(trouble(Refused, "1301"))
        job = town.engine.submit(a_request(), rehearsal=False)
        await until(lambda: job.job_id in town.world.store.disk)
        await until(lambda: town.engine.job(job.job_id).state is S.REFUSED)
        town.settings = replace(town.settings, base_url=BIGMODEL, bigmodel_prices={})
        town.engine.settings_changed(town.settings)
        town.engine.retry(job.job_id)
        await until(lambda: town.engine.job(job.job_id).state is S.STORED)
        await town.engine.stop()
        assert (town.charged(), town.engine.job(job.job_id).price) == (
            {ZAI: 1, BIGMODEL: 0},
            job.price,
        )

    with_virtual_time(story)


def test_a_missing_key_of_the_other_door_holds_its_own_orders_and_no_others():
    async def story():
        town = TwoDoors()
        await town.engine.start()
        [early] = await town.ordered_and_held()
        town.without_key = {Door.ZAI}
        town.move(BIGMODEL)
        town.engine.go_on()
        late = town.engine.submit(a_request(prompt="late"), rehearsal=False)
        await until(lambda: late.job_id in town.world.store.disk)
        await until(lambda: town.engine.job(late.job_id).state is S.STORED)
        waits = town.engine.job(early.job_id)
        assert (waits.state, town.engine.paused_by) == (S.READY, None)
        assert waits.trouble is not None
        assert "Z.AI" in waits.trouble.code

        town.without_key = set()
        town.engine.key_changed()
        await until(lambda: town.engine.job(early.job_id).state is S.STORED)
        await town.engine.stop()
        assert town.charged() == {ZAI: 1, BIGMODEL: 1}

    with_virtual_time(story)


def test_a_key_that_is_gone_while_its_video_is_in_the_making_keeps_no_video_of_the_other_door_away():
    async def story():
        town = TwoDoors()
        await town.engine.start()
        early = town.engine.submit(a_request(prompt="early"), rehearsal=False)
        await until(lambda: early.job_id in town.world.store.disk)
        await until(lambda: town.engine.job(early.job_id).state is S.WAITING)
        town.move(BIGMODEL)
        town.without_key = {Door.ZAI}
        await until(lambda: town.engine.paused_by is not None)
        late = town.engine.submit(a_request(prompt="late"), rehearsal=False)
        await until(lambda: late.job_id in town.world.store.disk)
        await until(lambda: town.engine.job(late.job_id).state is S.STORED)
        assert town.engine.job(early.job_id).state is S.WAITING

        town.without_key = set()
        town.engine.key_changed()
        await until(lambda: town.engine.job(early.job_id).state is S.STORED)
        await town.engine.stop()
        assert town.charged() == {ZAI: 1, BIGMODEL: 1}

    with_virtual_time(story)


async def stored_while_an_account_is_empty(*, budgets: bool = False) -> tuple[bool, bool]:
    """Return whether the order to Z.AI was made, and whether the one to BigModel, which has no money, was."""
    town = TwoDoors()
    if budgets:
        town.settings = replace(town.settings, budgets={Currency.USD: usd(5), Currency.CNY: cny("0.10")})
        town.engine.settings_changed(town.settings)
    await town.engine.start()
    [early] = await town.ordered_and_held()
    town.move(BIGMODEL)
    late = town.engine.submit(a_request(prompt="late"), rehearsal=False)
    await until(lambda: late.job_id in town.world.store.disk)
    if not budgets:
        town.services[BIGMODEL].troubles.append(trouble(AccountTrouble, "1113"))
    # The order that is held comes first.
    town.engine.move([late.job_id], early.job_id)
    await until(lambda: town.engine.jobs()[0].job_id == late.job_id)
    town.engine.go_on()
    await until(lambda: town.engine.paused_by is not None and town.engine.paused_by.code != "paused")
    await until(lambda: all(town.engine.stands_still(job.job_id, 60.0) for job in (early, late)))
    made = tuple(town.engine.job(job.job_id).state is S.STORED for job in (early, late))
    await town.engine.stop()
    return made


@pytest.mark.parametrize("budgets", [False, True])
def test_an_empty_account_or_a_budget_at_one_door_holds_its_own_orders_and_no_others(budgets: bool):
    async def story():
        assert await stored_while_an_account_is_empty(budgets=budgets) == (True, False)

    with_virtual_time(story)


@pytest.mark.parametrize("budgets", [False, True])
def test_a_pause_that_held_both_doors_would_be_seen(monkeypatch, budgets: bool):
    """The negative control."""
    monkeypatch.setattr(
        Pauses, "holds_back", lambda pauses, job: pauses.most_urgent is not None and not job.rehearsal
    )

    async def story():
        assert await stored_while_an_account_is_empty(budgets=budgets) == (False, False)

    with_virtual_time(story)


@pytest.mark.parametrize("refused", [0, 3])
def test_a_refused_key_of_the_other_door_holds_no_others(refused: int):
    async def story():
        town = TwoDoors()
        await town.engine.start()
        [early] = await town.ordered_and_held()
        town.services[ZAI].troubles.extend([trouble(KeyTrouble, "1000")] * refused)
        town.move(BIGMODEL)
        town.engine.go_on()
        late = town.engine.submit(a_request(prompt="late"), rehearsal=False)
        await until(lambda: late.job_id in town.world.store.disk)
        await until(lambda: all(town.engine.job(job.job_id).state is S.STORED for job in (early, late)))
        assert town.engine.paused_by is None
        await town.engine.stop()
        assert len(town.services[ZAI].orders) == 1 + refused

    with_virtual_time(story)


def test_lost_answers_at_the_other_door_pause_too_and_no_change_of_door_ends_that():
    async def story():
        town = TwoDoors()
        await town.engine.start()
        jobs = await town.ordered_and_held(8)
        town.move(BIGMODEL)
        town.services[ZAI].troubles_after_charge.extend([trouble(AnswerLost, "answer-lost")] * 8)
        town.engine.go_on()
        await until(lambda: LastingPause.ANSWERS in town.world.store.held, 3600)
        lost = sum(town.engine.job(job.job_id).state is S.UNKNOWN for job in jobs)
        assert lost == len(town.services[ZAI].charges) < 8
        for url in (ZAI, BIGMODEL, ZAI):
            town.move(url)
        await until(lambda: town.engine.stands_still(jobs[-1].job_id, 60.0))
        assert LastingPause.ANSWERS in town.world.store.held
        assert len(town.services[ZAI].charges) == lost
        await town.engine.stop()

    with_virtual_time(story)
