"""The cost model: computed by hand where that is possible, and every price with where it is from."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from functions.index import ENDPOINTS

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "infra" / "scripts"))

import cost  # type: ignore[import-not-found]  # noqa: E402

USAGE = {
    "perUserAndWorkingDay": {
        "create_document": 1,
        "create_download_url": 2,
        "put_report_revision": 0.5,
        "verify (worker)": 1,
    },
    "changeFeedRunsPerUserAndWorkingDay": 1,
    "changeFeedUnitsPerRun": 5,
    "unitsPerEstimatedUnit": 1.5,
    "idleUnitsPerSecond": 0,
    "uploadedMegabytesPerFile": 10,
    "pictureMegabytesPerFile": 1,
    "apiKilobytesPerRequest": 10,
    "logKilobytesPerRequest": 1,
    "logMegabytesPerIdleDay": 24,
    "workingDaysPerMonth": 20,
    "workingHoursPerDay": 10,
    "peakToAverage": 2,
    "months": 12,
    "coolAfterMonths": 6,
    "instanceGigabytes": 2,
    "busyAtMost": 0.5,
    "cosmosOverhead": 2,
}
OPERATIONS = {
    "create_document": {"requests": 2, "charge": 20, "cpu_ms": 10},
    "create_download_url": {"requests": 1, "charge": 5, "cpu_ms": 5},
    "put_report_revision": {"requests": 3, "charge": 60, "cpu_ms": 10},
    "verify (worker)": {"requests": 4, "charge": 65, "cpu_ms": 80},
}
PRICES = {
    "cosmosServerlessMillionUnits": 0.25,
    "cosmosAutoscaleHundredUnitsHour": 0.01,
    "functionGigabyteSecond": 0.00002,
    "functionMillionExecutions": 0.4,
    "functionFreeGigabyteSeconds": 1000,
    "functionFreeExecutions": 1000,
    "alwaysReadyGigabyteSecond": 0.000004,
}


@pytest.fixture
def inputs() -> cost.Inputs:
    size = {"documentBytes": {"documents": 6000, "pages": 4000}, "reportBytes": {"reports": 8000, "analytics": 2000}}
    return cost.Inputs({**size, "operations": OPERATIONS}, USAGE, PRICES)


def test_a_month_of_a_hundred_users_by_hand(inputs: cost.Inputs) -> None:
    load = cost.load_of(inputs, 100)
    days = 100 * 20
    assert (load.calls, load.work, load.reports) == (3.5 * days, 2 * days, days / 2)
    assert load.units == days * (20 + 2 * 5 + 60 / 2 + 65 + 5) * 1.5
    assert load.peak_units == pytest.approx(load.units / (20 * 10 * 3600) * 2)
    assert cost.logged(inputs, load) == pytest.approx((load.calls + load.work) / 1e6 + 0.730)
    assert (load.uploaded, load.downloaded) == (days * 10 / 1000, days * 20 / 1000)
    kept = cost.stored(inputs, load)
    assert kept == pytest.approx(
        {"database": days * (10_000 + 10_000 / 2) * 2 / 1e9 * 12, "hot": days * 0.011 * 6, "cool": days * 0.011 * 6}
    )


def test_executions_count_for_a_second_each_until_they_meet(inputs: cost.Inputs) -> None:
    at_work = 20 * 10 * 3600
    assert cost.busy(1 / at_work, at_work, 0.0, USAGE) == pytest.approx(1, rel=1e-4)
    assert cost.busy(1000, at_work, 0.0, USAGE) == pytest.approx(at_work)
    assert cost.busy(1000, at_work, 10 * at_work, USAGE) == 20 * at_work  # ten at full load are twenty at half of it


def test_autoscale_pays_a_tenth_at_night_and_the_peak_by_day(inputs: cost.Inputs) -> None:
    load = replace(cost.load_of(inputs, 1), peak_units=2500)
    assert cost.throughput(load) == 3000
    assert cost.autoscale(inputs, load) == pytest.approx((2500 * 200 + 300 * 530) / 100 * 0.01)
    idle = replace(load, peak_units=1)
    assert cost.autoscale(inputs, idle) == pytest.approx(100 * 730 / 100 * 0.01)


def test_what_is_free_is_free_without_always_ready_instances_only(inputs: cost.Inputs) -> None:
    load = replace(cost.load_of(inputs, 1), busy_seconds=1000, calls=1500, work=500)
    assert cost.functions(inputs, load, always_ready=0) == pytest.approx((2000 - 1000) * 0.00002 + 1000 / 1e6 * 0.4)
    baseline = 1 * 730 * 3600 * 2 * 0.000004
    assert cost.functions(inputs, load, always_ready=1) == pytest.approx(baseline + 2000 * 0.00002 + 2000 / 1e6 * 0.4)


def test_more_users_and_higher_prices_cost_more() -> None:
    real = cost.Inputs.read()
    totals = [sum(cost.month(real, users).values()) for users in cost.SCALES]
    assert totals == sorted(totals)
    for name in real.prices:
        if "Free" not in name and name != "cosmosServerlessMillionUnits":
            dearer = replace(real, prices={**real.prices, name: real.prices[name] * 2})
            assert sum(cost.month(dearer, 1_000_000).values()) > totals[-1], f"{name} is in no line"


def test_every_price_says_what_it_is_for_where_it_is_from_and_when() -> None:
    for name, price in json.loads((cost.FOLDER / "prices.json").read_text()).items():
        assert set(price) == {"value", "unit", "source", "basis", "asOf"}, name
        assert price["source"].startswith("https://azure.microsoft.com/pricing/"), name
        assert price["value"] > 0, name


def test_what_people_do_was_measured() -> None:
    real = cost.Inputs.read()
    done = set(real.usage["perUserAndWorkingDay"])
    assert done <= set(real.charges["operations"])
    calls = {name for name in done if not name.endswith("(worker)")}
    names = {one.name for one in ENDPOINTS} | {"create_report"}  # the first put_report of one
    assert calls <= names


def test_the_page_is_what_the_model_says() -> None:
    page = cost.PAGE.read_text(encoding="utf-8")
    assert cost.page_with(cost.tables(cost.Inputs.read()), page) == page, "run: python infra/scripts/cost.py --write"
