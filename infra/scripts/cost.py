"""What a month costs, from what operations were measured to take: cost.py [--write | --check]

    infra/cost/charges.json   requests, RU and processor time of every operation:
                              python -m tests.bench --only requests --json infra/cost/charges.json
    infra/cost/usage.json     what people do in a day, and how large it is: assumptions
    infra/cost/prices.json    what Azure asks, each with its unit, source and date

Prints the tables of docs/cost.md; --write puts them there, --check says whether they are up to date (exit code 1: they are not).
"""

import argparse
import json
import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "infra" / "cost"
PAGE = ROOT / "docs" / "cost.md"
BEGIN, END = "<!-- begin: infra/scripts/cost.py -->", "<!-- end -->"
SCALES = (100, 10_000, 1_000_000)
USERS = tuple(f"{users:,} users" for users in SCALES)
SCANS = 2  # of a file: as it was sent, and as it is copied into the library (docs/runbooks/malware.md)
HOURS = 730  # of a month
PARTITION_BYTES, PARTITION_UNITS = 20e9, 10_000.0  # what Cosmos DB allows one logical partition: an organisation
LEAST_THROUGHPUT = 1000  # RU/s, of autoscale; a tenth of the most is always paid
Rows = Iterable[tuple[str, Sequence[str]]]  # of a table: what is in the first column, and in the others


@dataclass(frozen=True)
class Inputs:
    charges: dict[str, Any]
    usage: dict[str, Any]
    prices: dict[str, float]

    @classmethod
    def read(cls, folder: Path = FOLDER) -> "Inputs":
        charges, usage, prices = (
            json.loads((folder / f"{name}.json").read_text()) for name in ("charges", "usage", "prices")
        )
        return cls(charges, usage, {name: float(price["value"]) for name, price in prices.items()})


@dataclass(frozen=True)
class Load:
    """Of a month, by so many users. `peak_units` in RU/s, `busy_seconds` of instances that are at work."""

    calls: float
    work: float  # jobs and batches of the change feed
    units: float
    peak_units: float
    busy_seconds: float
    files: float
    reports: float
    uploaded: float  # GB
    downloaded: float  # GB
    answered: float  # GB of the API


def load_of(inputs: Inputs, users: int) -> Load:
    usage, operations = inputs.usage, inputs.charges["operations"]
    days = usage["workingDaysPerMonth"] * users
    done = {name: count * days for name, count in usage["perUserAndWorkingDay"].items()}
    feeds = usage["changeFeedRunsPerUserAndWorkingDay"] * days
    jobs = sum(count for name, count in done.items() if name.endswith("(worker)"))
    calls, work = sum(done.values()) - jobs, jobs + feeds
    estimated = sum(count * operations[name]["charge"] for name, count in done.items())
    units = (estimated + feeds * usage["changeFeedUnitsPerRun"]) * usage["unitsPerEstimatedUnit"]
    idle = usage["idleUnitsPerSecond"] * HOURS * 3600
    seconds = sum(count * operations[name]["cpu_ms"] for name, count in done.items()) / 1000
    at_work = usage["workingDaysPerMonth"] * usage["workingHoursPerDay"] * 3600
    megabytes = usage["uploadedMegabytesPerFile"]
    return Load(
        calls=calls,
        work=work,
        units=units + idle,
        peak_units=units / at_work * usage["peakToAverage"] + usage["idleUnitsPerSecond"],
        busy_seconds=busy(calls / at_work, at_work, seconds, usage) + busy(work / at_work, at_work, 0, usage),
        files=done["create_document"],
        reports=done["put_report_revision"],
        uploaded=done["create_document"] * megabytes / 1000,
        downloaded=done["create_download_url"] * megabytes / 1000,
        answered=calls * usage["apiKilobytesPerRequest"] / 1e6,
    )


def busy(rate: float, at_work: float, cpu_seconds: float, usage: dict[str, Any]) -> float:
    """Instance-seconds that are paid. Every execution counts for a second at least; executions at the same time in one instance share
    it. When there are more than one instance can serve, their number follows from processor time at a bearable load."""
    sharing = (1 - math.exp(-rate)) * at_work
    return max(sharing, cpu_seconds / float(usage["busyAtMost"]))


def functions(inputs: Inputs, load: Load, *, always_ready: int) -> float:
    prices, usage = inputs.prices, inputs.usage
    gigabyte_seconds = load.busy_seconds * usage["instanceGigabytes"]
    executions = load.calls + load.work
    free_seconds, free_runs = prices["functionFreeGigabyteSeconds"], prices["functionFreeExecutions"]
    baseline: float = always_ready * HOURS * 3600 * usage["instanceGigabytes"] * prices["alwaysReadyGigabyteSecond"]
    if always_ready:
        free_seconds = free_runs = 0.0
    ran: float = max(0.0, gigabyte_seconds - free_seconds) * prices["functionGigabyteSecond"]
    counted = max(0.0, executions - free_runs) / 1e6 * prices["functionMillionExecutions"]
    return baseline + ran + counted


def serverless(inputs: Inputs, load: Load) -> float:
    return load.units / 1e6 * inputs.prices["cosmosServerlessMillionUnits"]


def throughput(load: Load) -> int:
    """RU/s, the most of autoscale that the peak asks for."""
    return max(LEAST_THROUGHPUT, math.ceil(load.peak_units / 1000) * 1000)


def autoscale(inputs: Inputs, load: Load) -> float:
    """Every hour costs the most that was used in it, a tenth of the most at least; in working hours that is taken to be the peak."""
    most, usage = throughput(load), inputs.usage
    hours: int = usage["workingDaysPerMonth"] * usage["workingHoursPerDay"]
    used = min(float(most), max(load.peak_units, most / 10))
    paid = used * hours + most / 10 * (HOURS - hours)
    return paid / 100 * inputs.prices["cosmosAutoscaleHundredUnitsHour"]


def stored(inputs: Inputs, load: Load) -> dict[str, float]:
    """Gigabytes after `months`: of the database, of files in the hot and the cool tier."""
    usage = inputs.usage
    months = usage["months"]
    hot = min(months, usage["coolAfterMonths"])
    of_month = load.uploaded * (1 + usage["pictureMegabytesPerFile"] / usage["uploadedMegabytesPerFile"])
    of_documents, of_reports = (sum(inputs.charges[f"{kind}Bytes"].values()) for kind in ("document", "report"))
    items = (load.files * of_documents + load.reports * of_reports) * usage["cosmosOverhead"] / 1e9
    return {"database": items * months, "hot": of_month * hot, "cool": of_month * (months - hot)}


def logged(inputs: Inputs, load: Load) -> float:
    """Gigabytes a month: what requests and jobs tell, and timers whether anybody works or not."""
    of_work: float = (load.calls + load.work) * inputs.usage["logKilobytesPerRequest"] / 1e6
    idle: float = inputs.usage["logMegabytesPerIdleDay"] / 1e3 * HOURS / 24
    return of_work + idle


def month(inputs: Inputs, users: int) -> dict[str, float]:
    """USD by item, as infra/environments/prod.bicepparam has it, in the month after `months` of use."""
    load, prices, usage = load_of(inputs, users), inputs.prices, inputs.usage
    kept = stored(inputs, load)
    days = usage["workingDaysPerMonth"] * users
    sent = max(0.0, load.downloaded - prices["egressFreeGigabytes"])
    queued = usage["queueOperationsPerUserAndWorkingDay"] * days + usage["idleQueueChecksPerMonth"]
    return {
        "Functions": functions(inputs, load, always_ready=usage["alwaysReadyInstances"]),
        "Cosmos DB, throughput": autoscale(inputs, load),
        "Cosmos DB, data and 30 days of backups": kept["database"]
        * (prices["cosmosGigabyteMonth"] + prices["cosmosBackupGigabyteMonth"]),
        "Files": kept["hot"] * prices["blobHotGigabyteMonth"] + kept["cool"] * prices["blobCoolGigabyteMonth"],
        "File and queue operations": usage["blobWritesPerUserAndWorkingDay"]
        * days
        / 1e4
        * prices["blobTenThousandWrites"]
        + usage["blobReadsPerUserAndWorkingDay"] * days / 1e4 * prices["blobTenThousandReads"]
        + queued / 1e4 * prices["queueTenThousandOperations"],
        "Malware scanning": prices["malwareAccountMonth"] + load.uploaded * SCANS * prices["malwareScanGigabyte"],
        "Downloads": sent * prices["egressGigabyte"],
        "Front Door": prices["frontDoorMonth"]
        + load.calls / 1e4 * prices["frontDoorTenThousandRequests"]
        + load.answered * prices["frontDoorGigabyte"],
        "Logs": logged(inputs, load) * prices["logGigabyte"],
        "Letters": usage["lettersPerUserAndWorkingDay"] * days / 1000 * prices["thousandLetters"],
        "Redis, private endpoints, page": prices["redisMonth"]
        + usage["privateEndpoints"] * prices["privateEndpointMonth"]
        + prices["staticWebAppMonth"],
    }


def tables(inputs: Inputs) -> str:
    parts = (
        ("What is done in a month", _table(_done(inputs), *USERS)),
        ("What it costs, USD", _table(_paid(inputs), *USERS)),
        ("What else it could be, USD a month", _table(_otherwise(inputs), *USERS)),
        (
            "How far one organisation goes in one logical partition",
            _table(_limits(inputs), "Reached with", first="Limit"),
        ),
    )
    return "\n\n".join(f"### {title}\n\n{table}" for title, table in parts)


def _done(inputs: Inputs) -> Rows:
    loads = [load_of(inputs, users) for users in SCALES]
    kept = [stored(inputs, load) for load in loads]
    months = inputs.usage["months"]
    lines: Iterable[tuple[str, list[float]]] = (
        ("calls of the API, million", [one.calls / 1e6 for one in loads]),
        ("jobs and batches of the change feed, million", [one.work / 1e6 for one in loads]),
        ("field reports, thousand", [one.reports / 1e3 for one in loads]),
        ("RU, million", [one.units / 1e6 for one in loads]),
        ("RU/s at the peak", [one.peak_units for one in loads]),
        ("instance hours at work", [one.busy_seconds / 3600 for one in loads]),
        ("files sent, GB", [one.uploaded for one in loads]),
        (f"files kept after {months} months, GB", [one["hot"] + one["cool"] for one in kept]),
        (f"database after {months} months, GB", [one["database"] for one in kept]),
    )
    return ((name, [_number(value) for value in values]) for name, values in lines)


def _paid(inputs: Inputs) -> Rows:
    months = [month(inputs, users) for users in SCALES]
    for item in months[0]:
        yield item, [_number(one[item]) for one in months]
    totals = [sum(one.values()) for one in months]
    yield "**a month**", [f"**{_number(total)}**" for total in totals]
    yield "a user and month", [f"{total / users:,.2f}" for total, users in zip(totals, SCALES, strict=True)]


def _otherwise(inputs: Inputs) -> Rows:
    loads = [load_of(inputs, users) for users in SCALES]
    yield "database serverless instead of autoscale", [_number(serverless(inputs, load)) for load in loads]
    on_demand = [functions(inputs, load, always_ready=0) for load in loads]
    yield "Functions without always-ready instances", [_number(paid) for paid in on_demand]
    slower = [_number(sum(one.values())) for one in _slower(inputs)]
    yield "everything, if processor time were twice what was measured", slower


def _limits(inputs: Inputs) -> Rows:
    """Two significant digits: the inputs are no better."""
    one, none = load_of(inputs, 1), load_of(inputs, 0)
    users = PARTITION_UNITS / (one.peak_units - none.peak_units)
    documents = PARTITION_BYTES / inputs.charges["documentBytes"]["documents"]
    reports = PARTITION_BYTES / inputs.charges["reportBytes"]["reports"]
    yield "10,000 RU/s", [f"{float(f'{users:.2g}'):,.0f} users of that organisation, on a day as above"]
    yield "20 GB of `documents`", [f"{float(f'{documents:.2g}'):,.0f} documents, with revisions and all history"]
    yield "20 GB of `reports`", [f"{float(f'{reports:.2g}'):,.0f} field reports, with what was sent and all history"]


def _slower(inputs: Inputs) -> list[dict[str, float]]:
    operations = {name: {**one, "cpu_ms": one["cpu_ms"] * 2} for name, one in inputs.charges["operations"].items()}
    slower = replace(inputs, charges={**inputs.charges, "operations": operations})
    return [month(slower, users) for users in SCALES]


def _table(rows: Rows, *heads: str, first: str = "") -> str:
    lines = [(first, heads), *rows]
    text = [f"| {' | '.join([name, *cells])} |" for name, cells in lines]
    return "\n".join([text[0], "|---|" + "---:|" * len(heads), *text[1:]])


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2f}"


def page_with(text: str, page: str) -> str:
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="into docs/cost.md")
    what.add_argument("--check", action="store_true", help="exit code 1 when docs/cost.md differs")
    given = parser.parse_args()
    text, page = tables(Inputs.read()), PAGE.read_text(encoding="utf-8")
    if given.write:
        PAGE.write_text(page_with(text, page), encoding="utf-8")
    elif given.check:
        return int(page_with(text, page) != page)
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
