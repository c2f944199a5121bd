"""Demo data through the public API only, so that seeding is itself a test. Safe to repeat."""

import argparse
import asyncio
import hashlib
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from local.demo_files import TYPES, DemoFile, demo_files
from local.demo_plans import demo_plans
from local.seed_reports import Crew, ReportSeedError, seed_reports

PASSWORD = "seven pumps nod slowly"
READY_SECONDS = 90
LETTER_SECONDS = 60
TIMEOUT = httpx.Timeout(30)
INVITATION = re.compile(r"/invitation#(\S+)")

Headers = Mapping[str, str]


@dataclass(frozen=True)
class DemoUser:
    email: str
    name: str
    role: str


USERS = (
    DemoUser("admin@demo.example", "Ada Admin", "admin"),
    DemoUser("engineer@demo.example", "Eirik Engineer", "engineer"),
    DemoUser("operator@demo.example", "Olga Operator", "operator"),
    DemoUser("viewer@demo.example", "Viktor Viewer", "viewer"),
)
SITES = (
    {"name": "Nordvind A", "code": "NV-A", "timeZone": "Europe/Oslo", "dayStart": "06:00"},
    {"name": "Nordvind B", "code": "NV-B", "timeZone": "Europe/Oslo", "dayStart": "06:00"},
    {"name": "Midland Field", "code": "MID-1", "timeZone": "America/Chicago", "dayStart": "05:00"},
)
OTHER_SITES = ({"name": "Aspen Ridge", "code": "ASP-1", "timeZone": "America/Denver", "dayStart": "00:00"},)
OTHER_ADMIN = DemoUser("admin@other.example", "Otto Other", "admin")


class SeedError(RuntimeError):
    """What was asked, and what the API answered."""


async def seed(
    base_url: str,
    mail_url: str,
    provisioning_key: str,
    *,
    mark: Path | None = None,
    say: Callable[[str], None] = print,
    number: int = 7,
    years: int = 0,
) -> None:
    """Organisations with sites, users, who join through the letters they got, documents, and reports of a fortnight or of `years`.

    `mail_url` is the page of the local mail; `mark` is a file that says it was done; `number` seeds the made-up readings.
    Errors: SeedError, httpx.HTTPError.
    """
    if mark is not None and await asyncio.to_thread(mark.exists):
        return
    say("loading the demo data through the API")
    async with (
        httpx.AsyncClient(base_url=f"{base_url}/api/v1", timeout=TIMEOUT) as api,
        httpx.AsyncClient(base_url=mail_url, timeout=TIMEOUT) as mail,
    ):
        await asyncio.gather(
            _demo_organisation(api, mail, provisioning_key, number, years),
            _other_organisation(api, mail, provisioning_key),
        )
    if mark is not None:
        await asyncio.to_thread(mark.write_text, "done\n")


async def _demo_organisation(
    api: httpx.AsyncClient, mail: httpx.AsyncClient, key: str, number: int, years: int
) -> None:
    admin = await _organisation(api, mail, key, "Demo Energy", "Europe/Oslo", USERS[0])
    await _sites(api, admin, SITES)
    await _plans(api, admin)
    signed_in = await asyncio.gather(*(_colleague(api, mail, admin, user) for user in USERS[1:]))
    writers = [headers for user, headers in zip(USERS[1:], signed_in, strict=True) if user.role != "viewer"]
    engineer, operator = (headers for headers in writers)
    crew = Crew(admin, operator, engineer)
    today = datetime.now(UTC).date()
    await asyncio.gather(
        _documents(api, number, writers), seed_reports(api, crew, number=number, years=years, today=today)
    )


async def _other_organisation(api: httpx.AsyncClient, mail: httpx.AsyncClient, key: str) -> None:
    """What the first must never see."""
    admin = await _organisation(api, mail, key, "Other Oil", "America/Denver", OTHER_ADMIN)
    await _sites(api, admin, OTHER_SITES)


async def _sites(api: httpx.AsyncClient, admin: Headers, sites: Sequence[Mapping[str, str]]) -> None:
    for site in sites:
        await _ask(api, "POST", "/sites", site, admin, fine={201, 409})


async def _plans(api: httpx.AsyncClient, admin: Headers) -> None:
    """Which reports the sites owe; one plan of a site and type is enough."""
    sites = {site["code"]: site["id"] for site in await _listed(api, "/sites", admin)}
    known = {(plan["siteId"], plan["type"]) for plan in await _listed(api, "/due-plans", admin)}
    for code, plan in demo_plans():
        if (sites[code], plan["type"]) not in known:
            await _ask(api, "POST", "/due-plans", {**plan, "siteId": sites[code]}, admin, fine={201})


async def _listed(api: httpx.AsyncClient, path: str, user: Headers) -> list[dict[str, Any]]:
    answer = await _call(api, "GET", f"{path}?limit=200", None, user, fine={200})
    return list(answer["items"])


async def _organisation(
    api: httpx.AsyncClient, mail: httpx.AsyncClient, key: str, name: str, zone: str, admin: DemoUser
) -> Headers:
    """Set up, with its admin signed in."""
    body = {"name": name, "timeZone": zone, "admin": {"email": admin.email, "name": admin.name}}
    headers = {"X-Provisioning-Key": key, "Idempotency-Key": f"seed-{name}"}
    answer = await _ask(api, "POST", "/organisations", body, headers, fine={201, 409})
    return await _signed_in(api, mail, admin, new=answer.status_code == 201)


async def _colleague(api: httpx.AsyncClient, mail: httpx.AsyncClient, admin: Headers, user: DemoUser) -> Headers:
    """Invited, joined and signed in."""
    body = {"email": user.email, "name": user.name, "role": user.role, "siteIds": None}
    answer = await _ask(api, "POST", "/users", body, admin, fine={201, 409})
    return await _signed_in(api, mail, user, new=answer.status_code == 201)


async def _signed_in(api: httpx.AsyncClient, mail: httpx.AsyncClient, user: DemoUser, *, new: bool) -> Headers:
    """By the link in their letter; by password when an earlier run came that far."""
    credentials = {"email": user.email, "password": PASSWORD}
    answer = None if new else await _ask(api, "POST", "/auth/sign-in", credentials, {}, fine={200, 401})
    if answer is None or answer.status_code == 401:
        acceptance = {"token": await _link(mail, user.email), "password": PASSWORD}
        answer = await _ask(api, "POST", "/auth/invitations/accept", acceptance, {}, fine={200, 404})
    if answer.status_code == 404:  # used already, though the invitation was answered as new: a repeated request
        answer = await _ask(api, "POST", "/auth/sign-in", credentials, {}, fine={200})
    return {"Authorization": f"Bearer {answer.json()['accessToken']}"}


async def _link(mail: httpx.AsyncClient, email: str) -> str:
    """What stands behind # in the newest invitation to this address."""
    deadline = asyncio.get_running_loop().time() + LETTER_SECONDS
    while asyncio.get_running_loop().time() < deadline:
        letters = (await mail.get("/letters", params={"to": email})).raise_for_status().json()
        links = [found[1] for letter in letters if (found := INVITATION.search(letter["text"]))]
        if links:
            return str(links[0])
        await asyncio.sleep(0.1)
    raise SeedError(f"no invitation to {email} arrived within {LETTER_SECONDS} s")


async def _documents(api: httpx.AsyncClient, number: int, writers: Sequence[Headers]) -> None:
    """By one of them after the other; those already there are left alone."""
    types = await _types(api, writers[0])
    sites = {site["code"]: site["id"] for site in await _listed(api, "/sites", writers[0])}
    known = await _call(api, "GET", "/documents?limit=200", None, writers[0], fine={200})
    titles = {document["title"] for document in known["items"]}
    wanted = [file for file in demo_files(number) if file.title not in titles]
    ids = [
        await _upload(api, file, _sorted_into(file, types, sites), writers[index % len(writers)])
        for index, file in enumerate(wanted)
    ]
    await asyncio.gather(*(_wait_until_ready(api, document_id, writers[0]) for document_id in ids))


async def _types(api: httpx.AsyncClient, writer: Headers) -> dict[str, str]:
    """Ids by code; what is missing is made."""
    known = {one["code"]: one["id"] for one in await _listed(api, "/document-types", writer)}
    for wanted in TYPES:
        if wanted["code"] not in known:
            made = await _call(api, "POST", "/document-types", wanted, writer, fine={201})
            known[wanted["code"]] = made["id"]
    return known


def _sorted_into(file: DemoFile, types: Mapping[str, str], sites: Mapping[str, str]) -> dict[str, Any]:
    site = {} if file.site_code is None else {"siteId": sites[file.site_code]}
    return {"typeId": types[file.type_code], "tags": list(file.tags), **site}


async def _upload(api: httpx.AsyncClient, file: DemoFile, more: Mapping[str, Any], user: Headers) -> str:
    digest = hashlib.sha256(file.content).hexdigest()
    body = {
        **more,
        "fileName": file.name,
        "title": file.title,
        "sizeBytes": len(file.content),
        "sha256": digest,
        "contentType": file.content_type,
    }
    announced = await _call(api, "POST", "/documents", body, {**user, "Idempotency-Key": f"seed-{digest}"}, fine={201})
    put = await api.put(announced["upload"]["url"], content=file.content, headers={"x-ms-blob-type": "BlockBlob"})
    if put.status_code not in {201, 403, 409}:  # the latter: an earlier run has uploaded it
        raise SeedError(f"PUT of {file.name}: {put.status_code} {put.text[:200]}")
    document_id = str(announced["document"]["id"])
    await _call(api, "POST", f"/documents/{document_id}/complete", None, user, fine={202, 409})
    return document_id


async def _wait_until_ready(api: httpx.AsyncClient, document_id: str, user: Headers) -> None:
    for _ in range(READY_SECONDS * 4):
        document = await _call(api, "GET", f"/documents/{document_id}", None, user, fine={200})
        file = document["newest"]
        if file["state"] == "ready":
            return
        if file["state"] == "rejected":
            raise SeedError(f"{file['fileName']} was rejected: {file['rejection']}")
        await asyncio.sleep(0.25)
    raise SeedError(f"document {document_id} was not ready after {READY_SECONDS} s")


async def _call(
    api: httpx.AsyncClient, method: str, path: str, body: Any, headers: Headers, *, fine: set[int]
) -> dict[str, Any]:
    answer = await _ask(api, method, path, body, headers, fine=fine)
    found: dict[str, Any] = answer.json() if answer.content else {}
    return found


async def _ask(
    api: httpx.AsyncClient, method: str, path: str, body: Any, headers: Headers, *, fine: set[int]
) -> httpx.Response:
    answer = await api.request(method, path, json=body, headers=dict(headers))
    if answer.status_code not in fine:
        raise SeedError(f"{method} {path}: {answer.status_code} {answer.text[:500]}")
    return answer


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m local.seed", description=__doc__)
    parser.add_argument("--base-url", default="http://127.0.0.1:8000")
    parser.add_argument("--mail-url", default="http://127.0.0.1:8025", help="the page of that stack's letters")
    parser.add_argument(
        "--key-file", type=Path, default=Path(".local/provisioning-key"), help="the provisioning key of that stack"
    )
    parser.add_argument("--seed", type=int, default=7, help="another number, other made-up readings")
    parser.add_argument("--years", type=int, default=0, help="reports of so many years instead of a fortnight")
    given = parser.parse_args()
    try:
        asyncio.run(
            seed(given.base_url, given.mail_url, given.key_file.read_text(), number=given.seed, years=given.years)
        )
    except (SeedError, ReportSeedError, httpx.HTTPError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
