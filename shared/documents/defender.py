"""What Microsoft Defender for Storage tells Event Grid about a blob it has scanned, in either of the two shapes events come in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.documents.malware import ScanVerdict, verdict_of
from shared.documents.revision import LIBRARY, QUARANTINE, MalwareFound
from shared.kit.blob_path import BlobPath

RESULTS_QUEUE = "malware-results"
_EVENT = "Microsoft.Security.MalwareScanningResult"
_ID = "[0-7][0-9A-HJKMNP-TV-Z]{25}"
_BLOB = re.compile(rf"({_ID})/({_ID})/([1-9][0-9]{{0,3}})")
_LONGEST = 200  # characters of what somebody else wrote


@dataclass(frozen=True, slots=True)
class DefenderEvent:
    """A verdict about one version of a blob."""

    blob_url: str
    etag: str
    verdict: ScanVerdict

    @classmethod
    def of(cls, event: Mapping[str, Any]) -> "DefenderEvent":
        """Event Grid's own schema, or CloudEvents. Errors: ValueError when it is anything else."""
        if (event.get("eventType") or event.get("type")) != _EVENT:
            raise ValueError("not a result of malware scanning")
        data = event.get("data")
        if not isinstance(data, Mapping):
            raise ValueError("a result without data")
        url, result = data.get("blobUri"), data.get("scanResultType")
        if not isinstance(url, str) or not isinstance(result, str):
            raise ValueError("a result that names no blob or no outcome")
        details = data.get("scanResultDetails")
        known = details if isinstance(details, Mapping) else {}
        if result.strip().lower() == "malicious":
            found = known.get("malwareNamesFound")
            detail = ", ".join(str(name) for name in found) if isinstance(found, list) else ""
        else:
            detail = str(known.get("notScannedReason") or result)
        etag = str(data.get("eTag") or "").strip('"')
        return cls(url, etag, verdict_of(result, detail[:_LONGEST]))

    @property
    def found(self) -> MalwareFound:
        return MalwareFound(etag=self.etag, name=self.verdict.detail)


@dataclass(frozen=True, slots=True)
class NamedRevision:
    """Which revision a blob belongs to, by its name."""

    organisation_id: str
    document_id: str
    number: int
    is_quarantined: bool

    @classmethod
    def by(cls, path: BlobPath) -> "NamedRevision | None":
        """None for a blob of another kind, or of somebody else's making."""
        found = _BLOB.fullmatch(path.name)
        if found is None or path.container not in {QUARANTINE, LIBRARY}:
            return None
        return cls(found[1], found[2], int(found[3]), path.container == QUARANTINE)
