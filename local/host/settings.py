"""App settings: local.settings.json over the environment, `%NAME%` in bindings, and connections by name."""

import json
import os
import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DEVELOPMENT_STORAGE = (
    "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
    "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
    "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;"
    "QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;"
    "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;"
)
_PERCENT = re.compile(r"%([^%]+)%")


class SettingsError(Exception):
    """A settings file or a binding refers to something that is not there or cannot be read."""


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """What local.settings.json says about the host itself; its values are already in the environment."""

    port: int | None = None
    address: str | None = None
    cors: tuple[str, ...] = ()
    cors_credentials: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection string, or a section of settings for an identity-based connection (keys in lower case)."""

    name: str
    text: str = ""
    section: Mapping[str, str] = field(default_factory=dict)


class Settings:
    """A snapshot of the environment, read the way .NET configuration reads it: without regard to case, `:` and `__` alike."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._exact = dict(environment)
        self._folded = {key.replace(":", "__").casefold(): value for key, value in environment.items()}

    def find(self, name: str) -> str | None:
        found = self._exact.get(name)
        return found if found is not None else self._folded.get(name.replace(":", "__").casefold())

    def flag(self, name: str) -> bool:
        return (self.find(name) or "").strip().casefold() in ("1", "true")

    def section(self, name: str) -> dict[str, str]:
        """Settings below `name__`, keys in lower case without the prefix."""
        prefix = f"{name}__".casefold()
        return {key[len(prefix) :]: value for key, value in self._folded.items() if key.startswith(prefix)}

    def resolve(self, text: str) -> str:
        """`text` with every `%NAME%` replaced by that setting. Errors: SettingsError."""

        def replace(match: re.Match[str]) -> str:
            value = self.find(match[1])
            if value is None:
                raise SettingsError(f"'%{match[1]}%' does not resolve to a value: set {match[1]}")
            return value

        return _PERCENT.sub(replace, text)

    def connection(self, name: str) -> Connection:
        """The connection a binding names: setting AzureWebJobs<name>, then <name>; empty means AzureWebJobsStorage.

        Errors: SettingsError.
        """
        wanted = self.resolve(name) if name else "Storage"
        for candidate in (f"AzureWebJobs{wanted}", wanted, f"ConnectionStrings__{wanted}"):
            if text := self.find(candidate):
                plain = text.strip().rstrip(";").casefold() == "usedevelopmentstorage=true"
                return Connection(wanted, DEVELOPMENT_STORAGE if plain else text)
            if section := self.section(candidate):
                return Connection(wanted, section=section)
        raise SettingsError(f"the connection {name or 'AzureWebJobsStorage'!r} has no setting")


def load_local_settings(app: Path, environment: MutableMapping[str, str]) -> LocalSettings:
    """Put the Values of local.settings.json into `environment`, where what is already set wins. Errors: SettingsError."""
    path = app / "local.settings.json"
    if not path.is_file():
        return LocalSettings()
    content = read_json(path)
    if content.get("IsEncrypted") is True:
        raise SettingsError(f"{path.name} is encrypted; decrypt it with the Core Tools or set IsEncrypted to false")
    values = {str(key): _text(value) for key, value in (content.get("Values") or {}).items()}
    values |= {
        f"ConnectionStrings:{key}": _text(value) for key, value in (content.get("ConnectionStrings") or {}).items()
    }
    warnings = []
    for key, value in values.items():
        if environment.get(key, value) != value:
            warnings.append(f"Skipping '{key}' from local settings as it's already defined in the environment.")
        environment.setdefault(key, value)
    return _host_section(content.get("Host") or {}, tuple(warnings))


def development_environment(app: Path, address: str) -> dict[str, str]:
    """What the Core Tools set for every app they start."""
    return {
        "AZURE_FUNCTIONS_ENVIRONMENT": "Development",
        "FUNCTIONS_CORETOOLS_ENVIRONMENT": "true",
        "FUNCTIONS_WORKER_RUNTIME": "python",
        "WEBSITE_HOSTNAME": address,
        "AzureWebJobsScriptRoot": str(app),
        "PYTHON_ENABLE_DEBUG_LOGGING": "1",
    }


def current_environment() -> MutableMapping[str, str]:
    return os.environ


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object in a file that may carry a byte order mark and // comments on lines of their own. Errors: SettingsError."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    text = "\n".join("" if line.lstrip().startswith("//") else line for line in lines)
    try:
        content = json.loads(text)
    except ValueError as error:
        raise SettingsError(f"{path.name} is not valid JSON: {error}") from error
    if not isinstance(content, dict):
        raise SettingsError(f"{path.name} must hold a JSON object")
    return content


def _host_section(host: Mapping[str, Any], warnings: tuple[str, ...]) -> LocalSettings:
    port = host.get("LocalHttpPort")
    return LocalSettings(
        port=int(port) if port is not None else None,
        address=host.get("LocalHttpAddress"),
        cors=split_origins(str(host.get("CORS") or "")),
        cors_credentials=bool(host.get("CORSCredentials")),
        warnings=warnings,
    )


def split_origins(text: str) -> tuple[str, ...]:
    return tuple(origin.strip().rstrip("/") for origin in text.split(",") if origin.strip())


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
