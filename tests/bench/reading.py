"""Reading and drawing files in the sandbox: pages a second and the child's peak memory, its own start-up included."""

import random
import time
from collections.abc import AsyncIterator, Callable

from shared.documents import archives, signatures, texts
from shared.documents.extraction.extractor import TextExtractor
from shared.documents.extraction.pages import TextLimits
from shared.documents.previews.limits import PreviewLimits
from shared.documents.previews.previewer import Previewer
from shared.kit.sandbox import MIB, Bounds, Sandbox, workspace
from tests.files import a_scanned_pdf, a_text_pdf, a_word_file, a_workbook

WORDS = ["casing", "mud", "depth", "pressure", "gamma", "survey", "tubing", "packer", "valve", "report"]


def prose(words: int) -> str:
    picked = (random.choice(WORDS) for _ in range(words))
    return "\n".join(" ".join(line) for line in zip(*[picked] * 12, strict=False))


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def report() -> str:
    random.seed(1)
    sandbox, lines = Sandbox(), []
    started = time.perf_counter()
    for _ in range(5):
        with workspace() as folder:
            (folder / "source").touch()
            await sandbox.run("tests.shared.kit.sandbox_tasks:measure", folder, {}, Bounds(30, 512 * MIB, MIB))
    lines.append(f"starting a child that does nothing: {(time.perf_counter() - started) / 5 * 1000:.0f} ms")
    long_text = a_text_pdf(*(prose(400) for _ in range(500)))
    rows = b"depth;gamma\n" + b"".join(b"%d;%d\n" % (row, row % 150) for row in range(1_000_000))
    cells: list[list[str | float]] = [[f"sample {row}", float(row), "note"] for row in range(100_000)]
    made: list[tuple[str, str, Callable[[], bytes]]] = [
        ("PDF, 500 pages of 400 words", signatures.PDF, lambda: long_text),
        ("PDF, 500 scanned pages", signatures.PDF, lambda: a_scanned_pdf(500)),
        ("Word, 200,000 words", archives.WORD, lambda: a_word_file(*(prose(200) for _ in range(1000)))),
        ("Excel, 100,000 rows of 3", archives.EXCEL, lambda: a_workbook({"log": cells})),
        ("CSV, 1,000,000 rows", texts.CSV, lambda: rows),
    ]
    for name, kind, make in made:
        with workspace() as folder:
            content, started = make(), time.perf_counter()
            text = await TextExtractor(sandbox, TextLimits()).extract(folder, kind, _once(content))
            lines.append(_line(f"text of {name}", text.pages, time.perf_counter() - started, text.peak_bytes))
    for name, content in (("500 pages of text", long_text), ("500 scanned pages", a_scanned_pdf(500))):
        with workspace() as folder:
            started = time.perf_counter()
            drawn = await Previewer(sandbox, PreviewLimits(pages=50)).draw(folder, signatures.PDF, _once(content))
            lines.append(
                _line(f"50 pictures of {name}", len(drawn.pages), time.perf_counter() - started, drawn.peak_bytes)
            )
    return "\n".join(lines)


def _line(name: str, pages: int, seconds: float, peak: int) -> str:
    return f"{name}: {pages} pages in {seconds:.2f} s = {pages / seconds:.0f}/s, peak {peak / MIB:.0f} MB"
