"""The sums that are said of a chain or sheet before anything is ordered."""

from fakes.batches import a_batch

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.cli.totals import total_words
from vidu_desktop.domain.amounts import FREE, Sums, usd


def a_proposal(**values) -> Proposal:
    return Proposal(batch=a_batch(2), number=2, rows=2, takes=2, total=usd("0.40"), **values)


def test_what_was_ordered_for_stills_that_are_gone_isnt_called_the_price_of_what_is_there() -> None:
    offered = a_proposal(before_takes=1, taken_money=Sums.of([usd("0.40")]))
    assert total_words(offered, str) == (
        "2 videos to make, $0.40; 1 was ordered before; $0.40 ordered so far"
    )
    assert total_words(a_proposal(taken_money=Sums.of([usd("0.40")])), str) == (
        "2 videos to make, $0.40; $0.40 ordered so far"
    )


def test_nothing_is_said_of_orders_where_there_were_none_or_none_cost_anything() -> None:
    assert total_words(a_proposal(), str) == "2 videos to make, $0.40"
    assert total_words(a_proposal(before_takes=3, taken_money=Sums.of([FREE])), str) == (
        "2 videos to make, $0.40; 3 were ordered before"
    )
