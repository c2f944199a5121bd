"""Scan bicep/ with checkov, in an environment of its own below .local. Fails on findings, and on files it could not read.

What it cannot read it silently leaves out, so that counts as a finding too. `entra.bicep` is not looked at: the scanner knows no
extensions, and there are no rules about app registrations.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".local" / "checkov"
REQUIREMENTS = ROOT / "requirements-scan.txt"
SECONDS = 900.0


def install() -> Path:
    """The program, installed anew when the requirements changed. Errors: CalledProcessError."""
    program, stamp = HOME / "bin" / "checkov", HOME / "installed"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if not program.exists() or not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        venv.create(HOME, with_pip=True, clear=True)
        pip = [str(HOME / "bin" / "pip"), "install", "--quiet", "--require-hashes", "-r", str(REQUIREMENTS)]
        subprocess.run(pip, check=True, timeout=SECONDS)
        stamp.write_text(wanted, encoding="utf-8")
    return program


def scan(program: Path, folder: Path) -> dict[str, Any]:
    """checkov's report. Errors: ValueError when it gave none."""
    command = [str(program), "-d", str(folder), "--framework", "bicep", "--compact", "--quiet", "--skip-download"]
    run = subprocess.run(
        [*command, "--skip-path", "entra.bicep", "--output", "json"],
        cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def problems(report: dict[str, Any]) -> list[str]:
    """In words; none when everything was read and nothing found."""
    summary = report.get("summary", {})
    found = [
        f"{one['file_path']}:{one['file_line_range'][0]} {one['resource']}: {one['check_id']} {one['check_name']}"
        for one in report.get("results", {}).get("failed_checks", [])
    ]
    if summary.get("parsing_errors") != 0:
        found.append(f"{summary.get('parsing_errors', 'all')} files could not be read")
    if not summary.get("resource_count"):
        found.append("nothing was scanned")
    return found


def main() -> int:
    report = scan(install(), ROOT / "bicep")
    found = problems(report)
    print("\n".join([*found, json.dumps(report.get("summary", {}))]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
