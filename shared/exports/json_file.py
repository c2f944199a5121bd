"""JSON: reports as they are stored, with what surrounds them, and the manifest at the end, where everything is counted.

A quantity in another unit than it was entered in keeps what was entered: `{"value", "unit", "si", "entered": {"value", "unit"}}`.
"""

import json
from collections.abc import Mapping
from typing import Any

from shared.exports.cover import Cover, Tally, manifest
from shared.exports.measures import UnitSystem, figure, unit_of
from shared.exports.rendering import Sink
from shared.exports.rows import ReportRow
from shared.kit.clock import to_wire
from shared.reports.definitions import Registry


class JsonRenderer:
    suffix, content_type = ".json", "application/json"

    def __init__(self, cover: Cover, sink: Sink, definitions: Registry) -> None:
        self._cover, self._sink, self._definitions, self._tally = cover, sink, definitions, Tally()
        self._units: dict[tuple[str, int], dict[str, str | None]] = {}
        sink.write(b'{"reports":[')

    def add(self, report: ReportRow) -> None:
        text = json.dumps(self._written(report), ensure_ascii=False, separators=(",", ":"))
        self._sink.write((",\n" if self._tally.reports else "\n").encode() + text.encode(errors="replace"))
        self._tally.count(report)

    def finish(self) -> Tally:
        said = json.dumps(manifest(self._cover, self._tally, []), ensure_ascii=False, separators=(",", ":"))
        self._sink.write(f'\n],"manifest":{said}}}\n'.encode())
        return self._tally

    def close(self) -> None:
        """Nothing waits."""

    def _written(self, report: ReportRow) -> dict[str, Any]:
        submitted, reviewed = report.submitted_at, report.reviewed_at
        return {
            "id": report.id,
            "title": report.title,
            "type": report.type,
            "definition": report.version,
            "site": {"code": report.site.code, "name": report.site.name, "zone": report.site.zone},
            "subject": report.subject,
            "day": report.day.isoformat(),
            "begin": to_wire(report.begin),
            "end": to_wire(report.end),
            "state": report.state,
            "revision": report.revision,
            "receipt": report.receipt,
            "author": report.author,
            "submittedAt": None if submitted is None else to_wire(submitted),
            "reviewer": report.reviewer,
            "reviewedAt": None if reviewed is None else to_wire(reviewed),
            "warnings": [{"text": one.text, "reason": one.reason} for one in report.warnings],
            "attachments": [
                {"id": one.id, "name": one.name, "sizeBytes": one.size_bytes, "sha256": one.sha256}
                for one in report.attachments
            ],
            "payload": self._payload(report),
        }

    def _payload(self, report: ReportRow) -> Mapping[str, Any]:
        if self._cover.units is UnitSystem.ENTERED:
            return report.payload
        units = self._units_of(report)
        payload = dict(report.payload)
        for name, part in report.payload.items():
            if isinstance(part, Mapping):
                payload[name] = _converted(part, name, units)
            elif isinstance(part, list):
                payload[name] = [_converted(row, name, units) for row in part]
        return payload

    def _units_of(self, report: ReportRow) -> dict[str, str | None]:
        """By `section/field`."""
        key = (report.type, report.version)
        if key not in self._units:
            self._units[key] = {
                field["pointer"].removeprefix("/").replace("/*", ""): unit_of(self._cover.units, tuple(field["units"]))
                for section in self._definitions.get(*key).to_json()["sections"]
                for field in section["fields"]
                if field["widget"] == "quantity"
            }
        return self._units[key]


def _converted(part: Mapping[str, Any], section: str, units: Mapping[str, str | None]) -> dict[str, Any]:
    return {name: _quantity(value, units.get(f"{section}/{name}")) for name, value in part.items()}


def _quantity(value: Any, unit: str | None) -> Any:
    if unit is None or not isinstance(value, Mapping) or value.get("unit") == unit:
        return value
    entered = {"value": value["value"], "unit": value["unit"]}
    return {**value, "value": figure(value, unit), "unit": unit, "entered": entered}
