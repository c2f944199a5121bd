"""Exports: time and peak memory of 100,000 rows as a workbook and as CSV, and of a PDF of more than 300 pages.

Each is written in a process of its own, whose peak is that of the whole interpreter. Bare xlsxwriter writes the same cells, ready made,
with the same options.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from typing import IO, Any

from shared.exports.columns import Table, tables_of
from shared.exports.csv_files import CsvRenderer
from shared.exports.measures import UnitSystem
from shared.exports.rendering import Renderer, Sink, rendered
from shared.exports.rows import ReportRow
from shared.exports.xlsx import XlsxRenderer
from shared.reports.definitions import DEFINITIONS
from tests.exports import a_cover, a_jpeg, a_photo, demo_rows, listed_of

ROOT = Path(__file__).resolve().parents[2]
ROWS = 100_000
PDF_REPORTS = 150
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
    pdf = _child("pdf", PDF_REPORTS)
    lines.append(f"PDF, {PDF_REPORTS} drilling reports: {_words(pdf)}, {pdf['pages']} pages")
    lines.append(f"the same with a photo of 1600 x 1200 in each: {_words(_child('pdf-photos', PDF_REPORTS))}")
    return "\n".join(lines)


def _words(found: dict[str, Any]) -> str:
    taken = f"{found['seconds']:.1f} s ({found['cpu']:.1f} s of processor time)"
    return f"{taken}, peak {found['peak']:.0f} MB, {found['size'] / 1e6:.1f} MB written"


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


def _pdf(amount: int, sink: Sink, *, photos: bool = False) -> None:
    from shared.exports.pdf.renderer import PdfRenderer

    reports = islice(cycle(list(demo_rows("daily_drilling", days=60))), amount)
    rows = [replace(one, id=f"01K{number:023}") for number, one in enumerate(reports)]
    renderer = PdfRenderer(a_cover(amount), sink, DEFINITIONS, [listed_of(one) for one in rows])
    with closing(renderer):
        for number, one in enumerate(rows):
            attached = [a_photo(f"{number}.jpg", a_jpeg(1600, 1200, number))] if photos else []
            renderer.add(replace(one, attachments=attached))
        rendered(renderer, a_cover(amount), sink)


def _pages(file: IO[bytes]) -> int:
    """Counted in the child, after it was measured."""
    import pypdfium2

    file.seek(0)
    head = file.read(4)
    if head != b"%PDF":
        return 0
    with closing(pypdfium2.PdfDocument(head + file.read())) as document:
        return len(document)


CHILDREN: dict[str, Callable[[int, Sink], None]] = {
    "bare": _bare,
    "xlsx": _xlsx,
    "xlsx-field": lambda amount, sink: _xlsx(amount, sink, UnitSystem.FIELD),
    "csv": _csv,
    "pdf": _pdf,
    "pdf-photos": lambda amount, sink: _pdf(amount, sink, photos=True),
}


def _peak() -> float:
    """MB. Of this program alone: getrusage(2) would count what its parent had when it was started (proc_pid_status(5), VmHWM)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main(what: str, amount: int) -> None:
    """In the child. Peak in MB, of the whole process and above what it had before."""
    CHILDREN[what](10, Sink(len))  # imports are not what is measured
    with tempfile.TemporaryFile() as file:
        sink = Sink(file.write)
        began, cpu = time.perf_counter(), time.process_time()
        CHILDREN[what](amount, sink)
        seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
        peak = _peak()
        found = {"seconds": seconds, "cpu": cpu, "peak": peak, "size": sink.size, "pages": _pages(file)}
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
