"""Which door an address belongs to, and that no order goes through another door than its own."""

import pytest
from fakes.kept_things import a_job

from vidu_desktop.domain.doors import DEFAULT_BASE_URL, DOOR_URLS, Door, door_of, service_name, way_to_door
from vidu_desktop.domain.job import JobState

BIGMODEL = DOOR_URLS[Door.BIGMODEL]
OWN = "https://gateway.office.test/v4"


@pytest.mark.parametrize(
    ("url", "door"),
    [
        (DEFAULT_BASE_URL, Door.ZAI),
        (BIGMODEL, Door.BIGMODEL),
        ("https://OPEN.BigModel.cn./v9", Door.BIGMODEL),
        ("https://bigmodel.cn.elsewhere.test/v4", Door.ZAI),
        ("https://notbigmodel.cn/v4", Door.ZAI),
        (OWN, Door.ZAI),
        ("http://127.0.0.1:8000/v4", Door.ZAI),
        ("https://[bad", Door.ZAI),
    ],
)
def test_an_address_belongs_to_one_door(url: str, door: Door) -> None:
    assert door_of(url) is door


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (DEFAULT_BASE_URL, "Z.AI"),
        (BIGMODEL, "BigModel"),
        (OWN, "gateway.office.test"),
        ("https://api.z.ai.elsewhere.test/v4", "api.z.ai.elsewhere.test"),
        ("", "Z.AI"),
    ],
)
def test_a_service_has_the_name_of_its_door_or_of_its_own_host(url: str, name: str) -> None:
    assert service_name(url) == name


@pytest.mark.parametrize(
    ("meant_for", "today", "goes_to"),
    [
        (DEFAULT_BASE_URL, DEFAULT_BASE_URL, DEFAULT_BASE_URL),
        (DEFAULT_BASE_URL, OWN, OWN),  # a corrected address also counts for waiting orders
        (OWN, DEFAULT_BASE_URL, DEFAULT_BASE_URL),
        (DEFAULT_BASE_URL, BIGMODEL, DEFAULT_BASE_URL),
        (OWN, BIGMODEL, OWN),
        (BIGMODEL, DEFAULT_BASE_URL, BIGMODEL),
        (None, OWN, OWN),  # from an earlier version
        (None, BIGMODEL, DEFAULT_BASE_URL),
    ],
)
def test_what_waits_follows_the_settings_within_its_own_door_only(
    meant_for: str | None, today: str, goes_to: str
) -> None:
    assert way_to_door(meant_for, today) == goes_to
    assert a_job(state=JobState.READY, meant_for=meant_for).address(today) == goes_to


def test_what_a_service_has_is_asked_for_there_whatever_the_settings_say() -> None:
    job = a_job(state=JobState.WAITING, meant_for=DEFAULT_BASE_URL, service_url=OWN)
    assert job.address(BIGMODEL) == OWN
