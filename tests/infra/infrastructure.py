"""What would be deployed, as far as the files say it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from scripts.bicep_reader import BicepFile, Declaration, Expression, Loop, read
from tests.infra.choices import choices
from tests.infra.deployment import Deployment, deployed
from tests.infra.expressions import Wrong

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENTS = ("dev", "staging", "prod")
COPIED = (
    "bicep",
    "infra",
    "host.json",
    "local.settings.example.json",
    "azure.yaml",
    "docs/api/openapi.json",
    "docs/settings.md",
    "docs/runbooks/deploy.md",
)


@dataclass(frozen=True)
class Infrastructure:
    root: Path = ROOT

    @cached_property
    def files(self) -> list[BicepFile]:
        return [read(path) for path in sorted((self.root / "bicep").rglob("*.bicep"))]

    @cached_property
    def parameters(self) -> dict[str, BicepFile]:
        return {name: read(self.root / f"infra/environments/{name}.bicepparam") for name in ENVIRONMENTS}

    @cached_property
    def data(self) -> dict[str, Any]:
        return self.json("infra/data.json")

    @cached_property
    def roles(self) -> dict[str, str]:
        return self.json("infra/roles.json")

    @cached_property
    def plans(self) -> dict[str, Deployment | Wrong]:
        """What every choice of a parameter file would make, or why it cannot be deployed."""
        found: dict[str, Deployment | Wrong] = {}
        for choice in choices(ENVIRONMENTS):
            try:
                found[choice.name] = deployed(self.root, choice.environment, choice.changed, **choice.variables)
            except Wrong as error:
                found[choice.name] = error
        return found

    def deployments(self) -> Iterator[tuple[str, Deployment]]:
        yield from ((name, plan) for name, plan in self.plans.items() if isinstance(plan, Deployment))

    def json(self, name: str) -> Any:
        return _parsed((self.root / name).read_text(encoding="utf-8"))

    def file(self, name: str) -> BicepFile:
        return next(file for file in self.files if file.path.name == f"{name}.bicep")

    def resources(self, type_: str = "") -> Iterator[tuple[str, Declaration]]:
        """What is deployed, with `file:line symbol`; of one type, or all. Those that exist already are left out."""
        for file in self.files:
            for one in file.of("resource"):
                if not one.existing and type_ in ("", one.type):
                    yield f"{file.path.name}:{one.line} {one.name}", one

    def settings(self) -> dict[str, Any]:
        """App settings by name, as app_settings.bicep gives them."""
        file = self.file("app_settings")
        return {**file.find("var", "platform").value, **file.find("var", "product").value}


@cache
def _parsed(text: str) -> Any:
    return json.loads(text)


def walk(value: Any) -> Iterator[Any]:
    """Everything inside, and itself."""
    yield value
    inside = (
        [value.over, value.body] if isinstance(value, Loop) else value.values() if isinstance(value, dict) else value
    )
    for child in inside if isinstance(value, Loop | dict | list) else ():
        yield from walk(child)


def text(value: Any) -> str:
    """A value as far as it can be seen, for rules that look for words in it."""
    seen = (
        one.text if isinstance(one, Expression) else one
        for one in walk(value)
        if not isinstance(one, Loop | dict | list)
    )
    return " ".join(map(str, seen))
