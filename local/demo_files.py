"""Small synthetic documents of the kinds an oil company keeps: the same number gives the same bytes."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from local.demo_content import NOTES, las, mud_report, pdf, png, production, xlsx

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Make: TypeAlias = Callable[[random.Random], bytes]


@dataclass(frozen=True)
class DemoFile:
    name: str
    title: str
    content_type: str
    content: bytes
    type_code: str
    site_code: str | None = None
    tags: tuple[str, ...] = ()


TYPES = (
    {"code": "PRG", "name": "Programme"},
    {"code": "RPT", "name": "Report"},
    {"code": "CRT", "name": "Certificate"},
    {"code": "PLN", "name": "Plan"},
    {"code": "DAT", "name": "Well data"},
)
"""What the demo organisation sorts its documents into, as it is sent."""


def _page(*lines: str) -> Make:
    return lambda _: pdf(list(lines))


FILES: tuple[tuple[str, str, str, str, str | None, tuple[str, ...], Make], ...] = (
    ("drilling-programme-DE-12.pdf", "Drilling programme DE-12", PDF, "PRG", "NV-A", ("DE-12", "drilling"),
     _page("Drilling programme", "DE-12 Loke")),
    ("end-of-well-report-DE-7.pdf", "End of well report DE-7", PDF, "RPT", "NV-B", ("DE-7",),
     _page("End of well report", "DE-7 Frigg Nord")),
    ("bop-test-certificate.pdf", "BOP test certificate 2026-02", PDF, "CRT", "NV-A", ("BOP", "pressure test"),
     _page("BOP pressure test", "345 bar, 10 min")),
    ("emergency-response-plan.pdf", "Emergency response plan rev. 4", PDF, "PLN", None, ("HSE",),
     _page("Emergency response plan")),
    ("production-2026-01.csv", "Daily production January 2026", "text/csv", "DAT", "MID-1", ("production",),
     lambda chance: production(chance, 31)),
    ("production-2026-02.csv", "Daily production February 2026", "text/csv", "DAT", "MID-1", ("production",),
     lambda chance: production(chance, 28)),
    ("DE-12-gamma-ray.las", "Gamma ray log DE-12", "text/plain", "DAT", "NV-A", ("DE-12", "log"),
     las),
    ("rig-layout.png", "Rig floor layout", "image/png", "PLN", "NV-A", (),
     lambda _: png(480, 320)),
    ("lifting-equipment-register.xlsx", "Lifting equipment register", XLSX, "CRT", "NV-B", ("lifting",),
     xlsx),
    ("mud-report-0142.json", "Mud report 142", "application/json", "RPT", "NV-A", ("mud", "DE-12"),
     mud_report),
    ("toolbox-talk-notes.txt", "Toolbox talk: working at height", "text/plain", "RPT", None, ("HSE",),
     lambda _: NOTES.encode()),
)  # fmt: skip
"""About two made-up wells: name, title, content type, document type, site, tags, and how the bytes are made."""


def demo_files(number: int) -> list[DemoFile]:
    """A dozen files about two made-up wells."""
    chance = random.Random(number)
    return [
        DemoFile(name, title, content_type, make(chance), type_code, site_code, tags)
        for name, title, content_type, type_code, site_code, tags, make in FILES
    ]
