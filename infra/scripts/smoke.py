"""Does a deployment work? Signs in, uploads a small document through its signed URL, gets the same bytes back, and puts it into the trash.

    smoke.py https://func-petro-dev-abc123.azurewebsites.net [--patience 300]

Who it is comes from the environment: SMOKE_API_KEY (may read and write documents), SMOKE_TOKEN (an access token), or SMOKE_EMAIL
and SMOKE_PASSWORD of somebody without a second factor. Needs Python and nothing else. Safe to repeat: what an earlier run left behind
goes into the trash first.
Exit code 0: every step worked. 1: one did not, and it says which. 2: called wrongly.
"""

import argparse
import hashlib
import json
import os
import secrets
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

TAG = "smoke-test"
TIMEOUT = 60  # seconds of one request: a cold start is within it
POLL = 1.0
AGAIN = {429, 502, 503, 504}
Headers = Mapping[str, str] | Message  # of an answer: names in any case
Answer = tuple[int, Headers, bytes]


class SmokeFailed(RuntimeError):
    """Which step failed, and what was answered."""


@dataclass
class Api:
    """`url` is what stands before /api. `patience`: how many seconds a deployment may take to answer at all."""

    url: str
    patience: float
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, fine: int, body: Any = None, **headers: str) -> tuple[Any, Headers]:
        """Waits out restarts and limits; everything but `fine` is the end. Errors: SmokeFailed."""
        deadline = time.monotonic() + self.patience
        given = {
            "Accept": "application/json",
            **self.headers,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        content = None if body is None else json.dumps(body).encode()
        if content is not None:
            given["Content-Type"] = "application/json"
        while True:
            status, answered, text = request(method, f"{self.url}/api/v1{path}", content, given)
            if status == fine:
                return (json.loads(text) if text else None), answered
            if status not in AGAIN | {0} or time.monotonic() > deadline:
                raise SmokeFailed(f"{method} {path}: {status or 'no answer'} {text[:500].decode(errors='replace')}")
            time.sleep(POLL)


def request(method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
    """Status, headers and body; status 0 where nobody answered."""
    asked = urllib.request.Request(url, body, dict(headers), method=method)
    try:
        with urllib.request.urlopen(asked, timeout=TIMEOUT) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        return 0, {}, str(error).encode()


def run(api: Api, environment: Mapping[str, str], say: Callable[[str], None]) -> None:
    """Errors: SmokeFailed."""
    api.ask("GET", "/health/live", 200)
    api.ask("GET", "/health/ready", 200)
    say("it is up and reaches database, files and queues")
    api.headers["Authorization"] = f"Bearer {credential(api, environment)}"
    if leftovers := clean_up(api):
        say(f"put {leftovers} documents of earlier runs into the trash")
    content = f"Smoke test {secrets.token_hex(16)}: the well was shut in.\n".encode()
    document = upload(api, content)
    try:
        say(f"uploaded document {document}")
        wait_until_ready(api, document)
        say("its file was checked and stored")
        download(api, document, content)
        say("downloaded the same bytes")
    finally:
        trash(api, document)
    say("put it into the trash")


def credential(api: Api, environment: Mapping[str, str]) -> str:
    for name in ("SMOKE_API_KEY", "SMOKE_TOKEN"):
        if environment.get(name):
            return environment[name]
    if not (environment.get("SMOKE_EMAIL") and environment.get("SMOKE_PASSWORD")):
        raise SmokeFailed("nobody to sign in as: set SMOKE_API_KEY, SMOKE_TOKEN, or SMOKE_EMAIL and SMOKE_PASSWORD")
    who = {"email": environment["SMOKE_EMAIL"], "password": environment["SMOKE_PASSWORD"]}
    session, _ = api.ask("POST", "/auth/sign-in", 200, who)
    if session["outcome"] != "signed_in":
        raise SmokeFailed(f"{who['email']} cannot sign in by password alone ({session['outcome']}): use an API key")
    return str(session["accessToken"])


def clean_up(api: Api) -> int:
    """Runs that were killed leave their document where it was."""
    found, _ = api.ask("GET", f"/documents?tag={TAG}&limit=200", 200)
    for document in found["items"]:
        trash(api, document["id"])
    return len(found["items"])


def upload(api: Api, content: bytes) -> str:
    announced, _ = api.ask(
        "POST",
        "/documents",
        201,
        {
            "fileName": "smoke-test.txt",
            "title": "Smoke test",
            "tags": [TAG],
            "sizeBytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "contentType": "text/plain",
        },
        Idempotency_Key=secrets.token_hex(16),
    )
    document = str(announced["document"]["id"])
    headers = {"x-ms-blob-type": "BlockBlob", "Content-Type": "text/plain"}
    status, _, text = request("PUT", announced["upload"]["url"], content, headers)
    if status != 201:
        raise SmokeFailed(f"PUT to the signed URL: {status} {text[:500].decode(errors='replace')}")
    api.ask("POST", f"/documents/{document}/complete", 202, Idempotency_Key=secrets.token_hex(16))
    return document


def wait_until_ready(api: Api, document: str) -> None:
    deadline = time.monotonic() + max(api.patience, TIMEOUT)
    while True:
        found, _ = api.ask("GET", f"/documents/{document}", 200)
        state = found["newest"]["state"]
        if state == "ready":
            return
        if state == "rejected" or time.monotonic() > deadline:
            raise SmokeFailed(
                f"the file is {state} ({found['newest'].get('rejection')}): are the queue functions running?"
            )
        time.sleep(POLL)


def download(api: Api, document: str, content: bytes) -> None:
    signed, _ = api.ask("POST", f"/documents/{document}/download-url", 200)
    status, _, received = request("GET", signed["url"], None, {})
    if status != 200 or received != content:
        raise SmokeFailed(
            f"the download is not what was sent: {status}, {len(received)} bytes instead of {len(content)}"
        )


def trash(api: Api, document: str) -> None:
    _, headers = api.ask("GET", f"/documents/{document}", 200)
    api.ask("DELETE", f"/documents/{document}", 204, If_Match=headers["ETag"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", help="of the API, without /api")
    parser.add_argument("--patience", type=float, default=60, help="seconds it may take to answer at all (60)")
    given = parser.parse_args()
    began = time.monotonic()
    try:
        run(Api(given.url.rstrip("/"), given.patience), os.environ, lambda text: print(f"  {text}", flush=True))
    except SmokeFailed as error:
        print(f"  failed: {error}", file=sys.stderr)
        return 1
    print(f"  all of it worked, in {time.monotonic() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
