"""What people, programs and attackers put where it does not belong, so that it shows up wherever telling is careless."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx

FILE = "Kingfisher-blowout.pdf"
SEARCHED = "kick tolerance of Valkyrie seven"
NOTE = "for the lawyers of Brightwater"
CALLER = "Mallory's handmade client"
LINK_PASSWORD = "eleven owls sit still"


class Attacks:
    """`secrets` collects what must never be told; `unsampled` is the trace of a caller who says that it is not to be recorded."""

    def __init__(self, client: httpx.Client, fault: Callable[..., None], stranger: str) -> None:
        self._client = client
        self._fault = fault
        self._stranger = stranger
        self.unsampled = secrets.token_hex(16)
        self.secrets = {FILE, SEARCHED, NOTE, CALLER, LINK_PASSWORD, "Kingfisher", "Brightwater"}

    def run(self, admin: dict[str, str], engineer: dict[str, str]) -> None:
        self._refused_input(engineer)
        self._odd_headers(engineer)
        self._machine(admin)
        self._link(engineer)

    def _refused_input(self, headers: dict[str, str]) -> None:
        """Refusals quote what they refuse, to the caller only."""
        broken = f'{{"title": "{FILE}", "password": "{LINK_PASSWORD}", "to": "{self._stranger}"'
        as_json = {**headers, "Content-Type": "application/json"}
        assert self._client.post("/documents", content=broken, headers=as_json).is_client_error
        wrong = {"title": [self._stranger], "fileName": {FILE: 7}, "sizeBytes": NOTE}
        assert self._client.post("/documents", json=wrong, headers=headers).is_client_error
        query = {"q": SEARCHED, "limit": self._stranger}
        assert self._client.get("/documents/search", params=query, headers=headers).is_client_error

    def _odd_headers(self, headers: dict[str, str]) -> None:
        """Names in headers that are carried on, and a caller who does not want to be seen."""
        trace = {
            "traceparent": f"00-{self.unsampled}-{secrets.token_hex(8)}-00",
            "tracestate": f"owner={NOTE.split()[0]}",
        }
        named = {"X-Request-Id": self._stranger, "User-Agent": CALLER, "baggage": f"person={self._stranger}", **trace}
        self._client.get("/sites", headers={**headers, **named}).raise_for_status()

    def _machine(self, admin: dict[str, str]) -> None:
        """An API key that works, one that is guessed, and one whose look-up fails."""
        wanted = {"name": NOTE, "permissions": ["documents:read"], "siteIds": None, "expiresAt": _soon()}
        made = self._client.post("/api-keys", json=wanted, headers=admin).raise_for_status().json()
        self.secrets |= {made["secret"], made["secret"].split("_")[-1]}
        given = {"Authorization": f"Bearer {made['secret']}"}
        self._client.get("/sites", headers=given)
        guessed = made["secret"][:-8] + secrets.token_hex(4)
        self.secrets.add(guessed)
        assert self._client.get("/sites", headers={"Authorization": f"Bearer {guessed}"}).is_client_error

    def _link(self, engineer: dict[str, str]) -> None:
        """A link with a password: opened, guessed, and while the database fails under it."""
        found = (
            self._client.get("/documents", params={"limit": 50}, headers=engineer).raise_for_status().json()["items"]
        )
        ready = next(one for one in found if one["current"] is not None)
        wanted = {"expiresAt": _soon(), "password": LINK_PASSWORD, "note": NOTE}
        made = (
            self._client.post(f"/documents/{ready['id']}/share-links", json=wanted, headers=engineer)
            .raise_for_status()
            .json()
        )
        token = made["token"]
        self.secrets |= {token, token[-20:]}
        opened = self._client.post(
            "/shared/download", json={"token": token, "password": LINK_PASSWORD}
        ).raise_for_status()
        self.secrets.add(httpx.URL(opened.json()["url"]).params["sig"])
        guess = {"token": token, "password": self._stranger}
        assert self._client.post("/shared/download", json=guess).is_client_error
        self._fault(status=500, times=50, match={"kind": "docs", "contains": made["id"]})
        assert self._client.post("/shared/download", json=guess).status_code == 500


def _soon() -> str:
    return (datetime.now(UTC) + timedelta(days=1)).isoformat()
