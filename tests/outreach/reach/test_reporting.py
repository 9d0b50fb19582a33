"""Phones report the signal: the same report once, one phone one voice, too many from one place set aside and told."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.engines.indonesian.wording import plain_date
from selaras.government.models import Region
from selaras.government.queries import parameter_value
from selaras.outreach.models import SignalReport
from selaras.outreach.reach.actions.reporting import Seen, report_signal
from selaras.outreach.reach.crowd import Crowd, Heard, far_out, heard_in
from selaras.outreach.reach.errors import Incomplete
from tests.outreach.reach.region import region, steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def village() -> Region:
    region()
    return Region.objects.get(pk="33.05.01.2001")


def sent(
    village: Region,
    device: str,
    bars: int = 1,
    kbps: int | None = None,
    key: UUID | None = None,
    operator: str = "Telkomsel",
) -> SignalReport | None:
    seen = Seen(operator, bars, kbps, timezone.localdate())
    return report_signal(village, key or uuid4(), seen, device=device, network=device)


def heard() -> Heard:
    return heard_in(["33.05.01.2001"], timezone.localdate(), steward())["33.05.01.2001"]


def crowd() -> Crowd:
    """Of the only operator that anybody reported."""
    (one,) = heard().operators
    return one


def test_the_same_report_twice_is_one(village: Region) -> None:
    key = uuid4()
    assert sent(village, "a", key=key) == sent(village, "a", key=key)
    assert SignalReport.objects.count() == 1


def test_five_hundred_from_one_phone_are_one_voice_and_are_told(village: Region) -> None:
    for device in "abc":
        sent(village, device, bars=4)
    for _each in range(500):
        sent(village, "x", bars=0)
    assert crowd() == Crowd("Telkomsel", 4, 4, None, 0, timezone.localdate())
    assert heard().set_aside == 495


def test_what_comes_far_beyond_what_counts_fills_neither_the_table_nor_the_log(village: Region) -> None:
    for _each in range(500):
        sent(village, "x", bars=0)
    assert SignalReport.objects.count() == 50
    assert Entry.objects.filter(action="outreach.signal_reported").count() == 50
    assert heard().set_aside == 495


def test_phones_of_different_operators_are_not_mixed(village: Region) -> None:
    for device in "abc":
        sent(village, device, bars=4)
    for device in "de":
        sent(village, device, bars=0, operator="XL")
    assert [(one.operator, one.voices, one.bars) for one in heard().operators] == [("Telkomsel", 3, 4), ("XL", 2, 0)]


def test_what_was_measured_long_ago_no_longer_speaks(village: Region, client: Client) -> None:
    """Before the new mast nobody had a bar; what is shown tells the day of the newest."""
    for device in "abc":
        sent(village, device, bars=0)
    today = timezone.localdate()
    SignalReport.objects.update(measured_on=today - timedelta(days=366))
    assert not heard_in([village.pk], today, steward())
    sent(village, "d", bars=4)
    SignalReport.objects.filter(bars=4).update(measured_on=today - timedelta(days=365))
    assert (crowd().bars, crowd().newest) == (4, today - timedelta(days=365))
    page = client.get("/sinyal/33.05.01/").content.decode()
    assert f"terakhir diukur {plain_date(crowd().newest)}" in page


def test_one_address_that_poses_as_many_phones_counts_for_no_more_than_it_may(village: Region) -> None:
    most = parameter_value("outreach.reports_counted", timezone.localdate())["network"]
    told = {"village": village.pk, "operator": "XL", "bars": "0", "day": timezone.localdate().isoformat()}
    for number in range(most + 3):
        phone = Client(headers={"User-Agent": f"Telepon {number}"})
        assert phone.post("/sinyal/33.05.01/lapor/", told).status_code == 302
    assert SignalReport.objects.filter(set_aside=True).count() == 3
    assert heard().set_aside == 3


def test_a_speed_far_from_the_others_is_shown_and_not_counted(village: Region) -> None:
    for device, kbps in zip("abcdef", (400, 420, 440, 460, 480, 90_000), strict=True):
        sent(village, device, kbps=kbps)
    assert (crowd().kbps, crowd().far_out) == (440, 1)


@pytest.mark.parametrize(
    ("values", "far"), [([], 0), ([1, 1, 1, 900], 0), ([5, 5, 5, 5, 900], 0), ([1, 2, 3, 4, 900], 1)]
)
def test_few_voices_or_one_opinion_have_no_outliers(values: list[float], far: int) -> None:
    assert sum(far_out(values)) == far


def test_no_address_is_kept_in_clear(village: Region) -> None:
    sent(village, "192.0.2.7")
    report = SignalReport.objects.get()
    assert "192.0.2.7" not in f"{report.device}{report.network}"


@pytest.mark.parametrize(
    ("seen", "field"),
    [
        (Seen("Radio", 1, None, None), "operator"),
        (Seen("XL", 6, None, None), "bars"),
        (Seen("XL", None, None, None), "bars"),
        (Seen("XL", 1, -1, None), "kbps"),
        (Seen("XL", 1, None, None), "measured_on"),
        (Seen("XL", 1, None, timezone.localdate() + timedelta(days=2)), "measured_on"),
        (Seen("XL", 1, None, timezone.localdate() - timedelta(days=40)), "measured_on"),
    ],
)
def test_what_is_missing_is_named(village: Region, seen: Seen, field: str) -> None:
    with pytest.raises(Incomplete) as lacks:
        report_signal(village, uuid4(), seen, device="a", network="a")
    assert field in lacks.value.fields


def test_the_form_works_without_a_script_and_tells_what_lacks(village: Region, client: Client) -> None:
    page = "/sinyal/33.05.01/lapor/"
    assert client.get(page).status_code == 200
    assert client.post(page, {"village": village.pk}).status_code == 422
    told = {
        "village": village.pk,
        "operator": "XL",
        "bars": "2",
        "kbps": "850",
        "day": timezone.localdate().isoformat(),
    }
    key = str(uuid4())
    for _each in range(2):
        reply = client.post(page, {**told, "submission": key}, headers={"Accept": "application/json"})
        assert reply.json() == {"next": "/sinyal/33.05.01/terima-kasih/"}
    assert SignalReport.objects.get().kbps == 850
    assert "850 kbit/detik" in client.get("/sinyal/33.05.01/").content.decode()
    assert len(client.get("/sinyal/uji/").content) == 64 * 1024
