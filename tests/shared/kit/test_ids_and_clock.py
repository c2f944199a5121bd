from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from shared.kit.clock import to_wire, utc_now
from shared.kit.ids import is_id, new_id


def test_ids_have_one_fixed_length_and_are_recognised():
    made = new_id()
    assert len(made) == 26
    assert is_id(made)


def test_ids_sort_by_the_order_they_were_made_in():
    made = [new_id() for _ in range(5_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_ids_made_by_many_threads_never_tie():
    with ThreadPoolExecutor(8) as pool:
        made = [one for batch in pool.map(lambda _: [new_id() for _ in range(500)], range(8)) for one in batch]
    assert len(set(made)) == 4_000


def test_an_id_begins_with_its_time():
    before, made, after = new_id(), new_id(), new_id()
    assert before[:8] <= made[:8] <= after[:8]


def test_what_is_not_an_id_is_not_taken_for_one():
    good = new_id()
    for bad in (
        "",
        good[:-1],
        good + "0",
        good.lower(),
        "8" + good[1:],
        good[:-1] + "U",
        good[:-1] + "/",
        good[:-1] + "\n",
    ):
        assert not is_id(bad), bad


@given(st.datetimes(max_value=datetime(9999, 12, 31)))  # noqa: DTZ001 (made aware below)
def test_wire_times_have_one_width_and_sort_as_text(moment: datetime):
    first = moment.replace(tzinfo=UTC)
    second = first + timedelta(milliseconds=1)
    assert len(to_wire(first)) == 24
    assert to_wire(first) < to_wire(second)


def test_wire_times_are_utc_whatever_zone_they_come_in():
    stavanger = timezone(timedelta(hours=2))
    assert to_wire(datetime(2026, 6, 1, 6, 0, tzinfo=stavanger)) == "2026-06-01T04:00:00.000Z"


def test_now_survives_the_round_trip_through_json():
    now = utc_now()
    assert datetime.fromisoformat(to_wire(now)) == now
