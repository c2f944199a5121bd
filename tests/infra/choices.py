"""The choices a parameter file has: each environment as it is, and what it can be turned into."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

GIVEN = {
    "ALERT_MAIL": "operations@example.com",
    "AS_OWNER": "true",
    "BUDGET_START": "2026-12-01",
    "ENTRA_CLIENT_ID": "registration",
    "GITHUB_REPOSITORY": "owner/name",
    "GITHUB_REPOSITORY_ID": "2",
    "GITHUB_REPOSITORY_OWNER_ID": "1",
    "MAIL_DOMAIN": "mail.example.com",
    "PAGE_DOMAIN": "records.example.com",
    "SECRET_KEEPER_IDS": "first,second",
}
SMTP = {
    "host": "mail.example.com",
    "port": 465,
    "security": "tls",
    "username": "petro",
    "sender": "records@example.com",
}
TURNED: dict[str, dict[str, Any]] = {
    "Premium": {"frontDoor": {"enabled": True, "sku": "Premium_AzureFrontDoor"}},
    "no domain": {"frontDoor": {"domain": ""}, "mail": {"domain": ""}},
    "a mail server": {"mail": {"enabled": False}, "smtp": SMTP},
    "an open mail server": {"mail": {"enabled": False}, "smtp": {**SMTP, "username": ""}},
    "Web PubSub": {"realtime": {"enabled": True}},
    "autoscale": {"database": {"capacity": "autoscale", "maxThroughput": 2000, "dedicated": ["pages"]}},
    "serverless": {"database": {"capacity": "serverless"}},
    "copies": {"database": {"backupTier": "Periodic"}},
    "scanned": {"files": {"malwareScanning": True}},
    "not scanned": {"files": {"malwareScanning": False}},
    "immutable": {"files": {"immutableDays": 30}},
    "the longest name": {"name": "petropet"},
    "the shortest name": {"name": "pc"},
    "another vault": {"vaultGeneration": 2},
    "a database from a backup": {"restoredAccount": "cosmos-petro-restored"},
    "no date": {"budget": {"startDate": ""}},
    "locked": {"locked": True},
    "not locked": {"locked": False},
}
SWITCHES = ("frontDoor", "cache", "network", "mail")


@dataclass(frozen=True)
class Choice:
    name: str
    environment: str
    changed: dict[str, Any]
    variables: dict[str, str]


def choices(environments: tuple[str, ...]) -> Iterator[Choice]:
    for environment in environments:
        yield Choice(environment, environment, {}, GIVEN)
        yield Choice(f"{environment}, nothing given", environment, {}, {})
        yield Choice(f"{environment}, variables empty", environment, {}, dict.fromkeys(GIVEN, ""))
        if environment in (environments[0], environments[-1]):
            for name, changed in TURNED.items():
                yield Choice(f"{environment}, {name}", environment, changed, GIVEN)
    for states in product((False, True), repeat=len(SWITCHES)):
        changed = {name: {"enabled": state} for name, state in zip(SWITCHES, states, strict=True)}
        name = ", ".join(name if state else f"no {name}" for name, state in zip(SWITCHES, states, strict=True))
        yield Choice(name, environments[0], changed, GIVEN)
