"""Exports: time and peak memory of 100,000 rows as a workbook and as CSV.

Each is written in a process of its own, whose peak is that of the whole interpreter. Bare xlsxwriter writes the same cells, ready made, with the same options.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from shared.exports.columns import Table, tables_of
from shared.exports.csv_files import CsvRenderer
from shared.exports.measures import UnitSystem
from shared.exports.rendering import Renderer, Sink, rendered
from shared.exports.rows import ReportRow
from shared.exports.xlsx import XlsxRenderer
from shared.reports.definitions import DEFINITIONS
from tests.exports import a_cover, demo_rows

ROOT = Path(__file__).resolve().parents[2]
ROWS = 100_000
TARGET_RATIO = 0.8
TARGET_MEMORY = 100  # MB


def report(rows: int = ROWS) -> str:
    lines = []
    bare, ours = _child("bare", rows), _child("xlsx", rows)
    ratio = bare["cpu"] / ours["cpu"]
    lines.append(f"bare xlsxwriter, {rows} rows: {_words(bare)}")
    lines.append(f"XLSX, {rows} rows: {_words(ours)}; {ratio:.2f} of the bare speed (target >= {TARGET_RATIO})")
    lines.append(f"XLSX in oil field units: {_words(_child('xlsx-field', rows))}")
    lines.append(f"CSV, {rows} rows: {_words(_child('csv', rows))}")
    return "\n".join(lines)


def _words(found: dict[str, Any]) -> str:
    return f"{found['seconds']:.1f} s ({found['cpu']:.1f} s of processor time), peak {found['peak']:.0f} MB, {found['size'] / 1e6:.1f} MB written"


def _child(what: str, amount: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.exports", what, str(amount)], cwd=ROOT, capture_output=True, check=True
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _reports(amount: int) -> Iterator[ReportRow]:
    """The same month again and again."""
    return islice(cycle(list(demo_rows("daily_production"))), amount)


def _table(units: UnitSystem) -> Table:
    return tables_of([DEFINITIONS.newest("daily_production")], units)[0]


def _xlsx(amount: int, sink: Sink, units: UnitSystem = UnitSystem.ENTERED) -> None:
    cover = a_cover(amount, units=units)
    _write(XlsxRenderer(cover, [_table(units)], sink), amount, sink)


def _csv(amount: int, sink: Sink) -> None:
    _write(CsvRenderer(_table(UnitSystem.ENTERED), sink, bom=False), amount, sink)


def _write(renderer: Renderer, amount: int, sink: Sink) -> None:
    with closing(renderer):
        for one in _reports(amount):
            renderer.add(one)
        rendered(renderer, a_cover(amount), sink)


def _bare(amount: int, sink: Sink) -> None:
    """What one writes who has the cells: no plan, no units, no cover, no count."""
    from xlsxwriter import Workbook

    table = _table(UnitSystem.ENTERED)
    cells = [[_naive(cell) for cell in row] for one in demo_rows("daily_production") for row in table.rows(one)]
    plain = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(sink, {"constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm", **plain})
    sheet = book.add_worksheet()
    for number, row in enumerate(islice(cycle(cells), amount)):
        sheet.write_row(number, 0, row)
    book.close()


def _naive(cell: Any) -> Any:
    return cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell


CHILDREN: dict[str, Callable[[int, Sink], None]] = {
    "bare": _bare,
    "xlsx": _xlsx,
    "xlsx-field": lambda amount, sink: _xlsx(amount, sink, UnitSystem.FIELD),
    "csv": _csv,
}


def main(what: str, amount: int) -> None:
    """In the child. Peak in MB, of the whole process and above what it had before."""
    CHILDREN[what](10, Sink(len))  # imports are not what is measured
    with tempfile.TemporaryFile() as file:
        sink = Sink(file.write)
        began, cpu = time.perf_counter(), time.process_time()
        CHILDREN[what](amount, sink)
        seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak": peak, "size": sink.size, "pid": os.getpid()}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
