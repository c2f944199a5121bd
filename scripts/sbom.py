"""What a folder of installed packages is made of, as CycloneDX 1.6, which scanners read. The same folder gives the same text."""

from email.parser import HeaderParser
from pathlib import Path
from typing import Any
from urllib.parse import quote


def bill_of_materials(packages: Path, name: str, sha256: str) -> dict[str, Any]:
    """`packages` is a site-packages folder; `name` and `sha256` are those of the artifact it went into."""
    components = sorted(
        (_component(path) for path in packages.glob("*.dist-info/METADATA")), key=lambda one: str(one["bom-ref"])
    )
    artifact = {
        "type": "application",
        "bom-ref": "petroconnect",
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": sha256}],
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": artifact},
        "components": components,
        "dependencies": [{"ref": "petroconnect", "dependsOn": [one["bom-ref"] for one in components]}],
    }


def _component(metadata: Path) -> dict[str, Any]:
    said = HeaderParser().parsestr(metadata.read_text(encoding="utf-8"))
    name, version = said["Name"], said["Version"]
    reference = f"pkg:pypi/{quote(name.lower().replace('_', '-'))}@{quote(version)}"
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "version": version,
        "purl": reference,
    }
    if licences := _licences(said):
        found["licenses"] = licences
    return found


def _licences(said: Any) -> list[dict[str, Any]]:
    """An SPDX expression where the package has one (PEP 639); else its classifiers; else the first line of what it says."""
    if expression := said["License-Expression"]:
        return [{"expression": expression}]
    classified = [
        line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License :: ")
    ]
    free = [text.splitlines()[0].strip()[:100] for text in [said["License"] or ""] if text.strip()]
    return [{"license": {"name": name}} for name in sorted(set(classified or free))]
