"""Access keys, for `--enable-auth`. Without it every caller is an administrator, as under the Core Tools."""

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Keys:
    """The master key, the host keys (for every function) and each function's own keys (names in lower case)."""

    master: str
    host: frozenset[str] = frozenset()
    functions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    system: Mapping[str, str] = field(
        default_factory=dict
    )  # of extensions, for their web hooks: `eventgrid_extension`, ...

    def allow(self, level: str, function: str, headers: Mapping[str, str], params: Mapping[str, str]) -> bool:
        """Whether a request may call a function of an auth level (or, at level `system`, an extension); the header beats the query."""
        level = level.casefold()
        if level == "anonymous":
            return True
        given = headers.get("x-functions-key") or params.get("code") or ""
        accepted = {self.master}
        if level == "function":
            accepted |= self.host | self.functions.get(function.casefold(), frozenset())
        if level == "system" and (key := self.system.get(function)):
            accepted.add(key)
        return any(hmac.compare_digest(given.encode(), key.encode()) for key in accepted)


def load_keys(folder: Path | None) -> tuple[Keys, bool]:
    """Keys from a secrets folder (host.json and <function>.json), or new ones; and whether they are new."""
    if folder is None or not (folder / "host.json").is_file():
        return Keys(secrets.token_urlsafe(32), frozenset({secrets.token_urlsafe(32)})), True
    content = json.loads((folder / "host.json").read_text(encoding="utf-8-sig"))
    functions = {
        path.stem.casefold(): _values(json.loads(path.read_text(encoding="utf-8-sig")).get("keys", []))
        for path in folder.glob("*.json")
        if path.name != "host.json"
    }
    system = {key["name"].casefold(): key["value"] for key in content.get("systemKeys", [])}
    return Keys(str(content["masterKey"]["value"]), _values(content.get("functionKeys", [])), functions, system), False


def _values(keys: list[dict[str, str]]) -> frozenset[str]:
    return frozenset(key["value"] for key in keys)
