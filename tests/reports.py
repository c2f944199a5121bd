"""Reports as tests need them: correct ones of every type, and changes of them."""

import copy
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from shared.reports.content import ReportRevision, revision_id
from shared.reports.drafts import Attachment
from shared.reports.model import Report
from shared.reports.periods import reporting_day
from shared.reports.receipt import receipt
from shared.reports.si import as_sent
from shared.sites.model import Site

FOLDER = Path(__file__).parent / "shared" / "reports"
_FINDINGS = json.loads((FOLDER / "vectors" / "findings.json").read_text(encoding="utf-8"))
PLANTED: list[dict[str, Any]] = _FINDINGS["planted"]
CORRECT: dict[str, dict[str, Any]] = _FINDINGS["correct"]


def a_payload(kind: str = "daily_production", **changes: Any) -> dict[str, Any]:
    """A correct one of version 1; `changes` by JSON pointer."""
    return with_changes(CORRECT[f"{kind}.1"]["payload"], changes)


def a_context(kind: str = "daily_production", **changes: Any) -> dict[str, Any]:
    """What the server knows of it."""
    return with_changes(CORRECT[f"{kind}.1"]["context"], changes)


def with_changes(document: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A copy with other values at these JSON pointers."""
    made = copy.deepcopy(document)
    for pointer, value in changes.items():
        *path, last = pointer.split("/")[1:]
        place: Any = made
        for step in path:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place[int(last) if isinstance(place, list) else last] = value
    return made


def period_of(site: Site, day: date) -> dict[str, Any]:
    """What a report says of its day."""
    period = reporting_day(site.time_zone, site.day_start, day)
    assert period is not None
    clock = {"time_zone": site.time_zone, "day_start": site.day_start}
    return {**clock, "day": day.isoformat(), "period_begin": period.begin, "period_end": period.end}


def a_revision(report: Report, number: int, payload: dict[str, Any], receipt: str, **facts: Any) -> ReportRevision:
    """Received when the report was last changed; the payload has its SI values."""
    return ReportRevision(
        id=revision_id(report.id, number),
        organisation_id=report.organisation_id,
        created_at=report.updated_at,
        updated_at=report.updated_at,
        created_by=report.created_by,
        report_id=report.id,
        site_id=report.site_id,
        number=number,
        type=report.type,
        version=report.version,
        edition=1,
        payload=payload,
        context={},
        receipt=receipt,
        received_at=report.updated_at,
        **facts,
    )


def receipt_of(
    report: Report,
    number: int,
    payload: Mapping[str, Any],
    attachments: Sequence[Attachment],
    reasons: Mapping[str, str],
) -> str:
    """Over what was sent, SI values left out."""
    return receipt(
        report_id=report.id,
        revision=number,
        definition=(report.type, report.version),
        payload=as_sent(payload),
        attachments=[attachment.facts for attachment in attachments],
        reasons=reasons,
    )
