"""`az`, `curl`, `gh` and `git` that answer as told and note what they were asked."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("az", "curl", "gh", "git")
FAKE = """#!{python}
import json, sys
from pathlib import Path
place = Path({place!r})
name, given = Path(sys.argv[0]).name, sys.argv[1:]
with (place / "asked.jsonl").open("a") as notes:
    notes.write(json.dumps([name, *given]) + "\\n")
answers = json.loads((place / "answers.json").read_text())
for index, (words, code, text) in enumerate(answers):
    if all(word in [name, *given] for word in words):
        if len([one for one in answers if one[0] == words]) > 1:
            (place / "answers.json").write_text(json.dumps(answers[:index] + answers[index + 1:]))  # the next time the next one
        print(text, file=sys.stderr if code else sys.stdout)
        sys.exit(code)
print("nobody told me what to say to", given, file=sys.stderr)
sys.exit(97)
"""


@dataclass(frozen=True)
class Fakes:
    place: Path

    def told(self, *answers: tuple[list[str], int, Any]) -> None:
        """Each: words that occur in the command, exit code, output. Of the same words the first comes first, the last stays."""
        texts = [(words, code, text if isinstance(text, str) else json.dumps(text)) for words, code, text in answers]
        (self.place / "answers.json").write_text(json.dumps(texts))

    @property
    def asked(self) -> list[list[str]]:
        notes = self.place / "asked.jsonl"
        return [json.loads(line) for line in notes.read_text().splitlines()] if notes.exists() else []

    def run(self, *command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.place}{os.pathsep}{os.environ['PATH']}"
        everything = {**os.environ, "PATH": path, "GITHUB_REPOSITORY": "o/r", "GITHUB_SHA": "now", **environment}
        return subprocess.run(command, cwd=cwd, env=everything, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def fakes(tmp_path: Path) -> Fakes:
    place = tmp_path / "bin"
    place.mkdir()
    for name in COMMANDS:
        (place / name).write_text(FAKE.format(python=sys.executable, place=str(place)))
        (place / name).chmod(0o755)
    return Fakes(place)
