"""Demo data through the public API only, so that seeding is itself a test. Safe to repeat."""

import argparse
import asyncio
import hashlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from local.demo_files import DemoFile, demo_files

PASSWORD = "demo-PetroConnect-1"
READY_SECONDS = 90
TIMEOUT = httpx.Timeout(30)


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
OTHER_ADMIN = DemoUser("admin@other.example", "Otto Other", "admin")


class SeedError(RuntimeError):
    """What was asked, and what the API answered."""


async def seed(
    base_url: str,
    provisioning_key: str,
    *,
    mark: Path | None = None,
    say: Callable[[str], None] = print,
    number: int = 7,
) -> None:
    """Organisations, users and documents. `mark` is a file that says it was done; `number` seeds the made-up readings."""
    if mark is not None and await asyncio.to_thread(mark.exists):
        return
    say("loading the demo data through the API")
    async with httpx.AsyncClient(base_url=f"{base_url}/api/v1", timeout=TIMEOUT) as api:
        await _organisation(api, provisioning_key, "Demo Energy", "Europe/Oslo", USERS[0])
        await _organisation(api, provisioning_key, "Other Oil", "America/Denver", OTHER_ADMIN)
        admin = await _sign_in(api, USERS[0].email)
        for user in USERS[1:]:
            await _user(api, admin, user)
        await _documents(api, number)
    if mark is not None:
        await asyncio.to_thread(mark.write_text, "done\n")


async def _organisation(api: httpx.AsyncClient, key: str, name: str, zone: str, admin: DemoUser) -> None:
    body = {"name": name, "timeZone": zone, "admin": {"email": admin.email, "name": admin.name, "password": PASSWORD}}
    headers = {"X-Provisioning-Key": key, "Idempotency-Key": f"seed-{name}"}
    await _call(api, "POST", "/organisations", body, headers, fine={201, 409})


async def _user(api: httpx.AsyncClient, admin: Mapping[str, str], user: DemoUser) -> None:
    body = {"email": user.email, "name": user.name, "role": user.role, "siteIds": None, "password": PASSWORD}
    await _call(api, "POST", "/users", body, admin, fine={201, 409})


async def _documents(api: httpx.AsyncClient, number: int) -> None:
    """Each by another demo user who may; those already there are left alone."""
    writers = [await _sign_in(api, email) for email in ("engineer@demo.example", "operator@demo.example")]
    known = await _call(api, "GET", "/documents?limit=200", None, writers[0], fine={200})
    titles = {document["title"] for document in known["items"]}
    wanted = [file for file in demo_files(number) if file.title not in titles]
    ids = [await _upload(api, file, writers[index % len(writers)]) for index, file in enumerate(wanted)]
    await asyncio.gather(*(_wait_until_ready(api, document_id, writers[0]) for document_id in ids))


async def _upload(api: httpx.AsyncClient, file: DemoFile, user: Mapping[str, str]) -> str:
    digest = hashlib.sha256(file.content).hexdigest()
    body = {
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


async def _wait_until_ready(api: httpx.AsyncClient, document_id: str, user: Mapping[str, str]) -> None:
    for _ in range(READY_SECONDS * 4):
        document = await _call(api, "GET", f"/documents/{document_id}", None, user, fine={200})
        if document["state"] == "ready":
            return
        if document["state"] == "rejected":
            raise SeedError(f"{document['fileName']} was rejected: {document['rejection']}")
        await asyncio.sleep(0.25)
    raise SeedError(f"document {document_id} was not ready after {READY_SECONDS} s")


async def _sign_in(api: httpx.AsyncClient, email: str) -> dict[str, str]:
    session = await _call(api, "POST", "/auth/sign-in", {"email": email, "password": PASSWORD}, {}, fine={200})
    return {"Authorization": f"Bearer {session['accessToken']}"}


async def _call(
    api: httpx.AsyncClient, method: str, path: str, body: Any, headers: Mapping[str, str], *, fine: set[int]
) -> dict[str, Any]:
    answer = await api.request(method, path, json=body, headers=dict(headers))
    if answer.status_code not in fine:
        raise SeedError(f"{method} {path}: {answer.status_code} {answer.text[:500]}")
    found: dict[str, Any] = answer.json() if answer.content else {}
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m local.seed", description=__doc__)
    parser.add_argument("--base-url", default="http://127.0.0.1:8000")
    parser.add_argument(
        "--key-file", type=Path, default=Path(".local/provisioning-key"), help="the provisioning key of that stack"
    )
    parser.add_argument("--seed", type=int, default=7, help="another number, other made-up readings")
    given = parser.parse_args()
    try:
        asyncio.run(seed(given.base_url, given.key_file.read_text(), number=given.seed))
    except (SeedError, httpx.HTTPError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
