"""A day at work in a minute, against the running stack: what people do, what goes wrong, and what an attacker tries."""

import hashlib
import json
import time
from datetime import UTC, datetime
from typing import Any

import httpx
from azure.storage.queue import QueueServiceClient, TextBase64EncodePolicy

from local.seed import PASSWORD, USERS
from shared.kit.jobs import Job
from tests.azurite import ACCOUNT, KEY
from tests.monitoring.attacks import FILE, Attacks
from tests.stack import RunningStack, api

CSRF = {"X-PetroConnect-Request": "1"}
PATIENCE = 60  # seconds
WRONG = "Wrong-Horse-Battery-9"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PROGRAM = b"\x7fELF\x02\x01\x01" + bytes(200)
TITLE = "Confidential handover of Valkyrie"
STRANGER = "mallory@attacker.example"


class Traffic:
    """`secrets` collects what must never be told."""

    def __init__(self, stack: RunningStack) -> None:
        self._stack = stack
        self.secrets = {PASSWORD, WRONG, TITLE, STRANGER, stack.provisioning_key}
        self.secrets |= {text for user in USERS for text in (user.email, user.name)}
        self.unsampled = ""

    def run(self) -> str:
        """Answers the trace id of the request that completed the upload of a good file."""
        with api(self._stack) as client:
            admin, engineer = self._sign_in(client, USERS[0].email), self._sign_in(client, USERS[1].email)
            trace_id = self._upload(client, engineer, PDF)
            self._upload(client, engineer, PROGRAM)
            self._work(client, engineer)
            policy = {"name": "Trash", "typeId": None, "event": "trashedAt", "days": 30, "action": "delete"}
            given = {**admin, "If-Match": '"0"'}
            client.put("/retention/policies", json={"policies": [policy]}, headers=given).raise_for_status()
            attacks = Attacks(client, self._fault, STRANGER)
            attacks.run(admin, engineer)
            self.secrets |= attacks.secrets
            self.unsampled = attacks.unsampled
            self._break(client, engineer)
            self._steal(client)
            while self._attempt(client, STRANGER, WRONG).status_code != 429:
                pass
        self._fault(
            status=500, times=10_000, match={"kind": "docs", "contains": "colls/analytics"}
        )  # a timer from here on
        return trace_id

    def fail_documents(self) -> None:
        """From here on: the timer of retention begins no run, and says so of each organisation."""
        self._fault(status=500, times=10_000, match={"kind": "docs", "contains": "colls/documents"})

    def _attempt(self, client: httpx.Client, email: str, password: str) -> httpx.Response:
        return client.post("/auth/sign-in", json={"email": email, "password": password})

    def _sign_in(self, client: httpx.Client, email: str) -> dict[str, str]:
        token = self._attempt(client, email, PASSWORD).raise_for_status().json()["accessToken"]
        self.secrets |= {token, token.split(".")[2]}
        return {"Authorization": f"Bearer {token}"}

    def _upload(self, client: httpx.Client, headers: dict[str, str], content: bytes) -> str:
        draft = {
            "fileName": FILE,
            "title": TITLE,
            "sizeBytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "contentType": "application/pdf",
        }
        announced = client.post("/documents", json=draft, headers=headers).raise_for_status().json()
        self._keep_signature(announced["upload"]["url"])
        httpx.put(
            announced["upload"]["url"], content=content, headers={"x-ms-blob-type": "BlockBlob"}
        ).raise_for_status()
        completed = client.post(
            f"/documents/{announced['document']['id']}/complete", headers=headers
        ).raise_for_status()
        return completed.headers["traceparent"].split("-")[1]

    def _work(self, client: httpx.Client, headers: dict[str, str]) -> None:
        documents = client.get("/documents", params={"limit": 50}, headers=headers).raise_for_status().json()["items"]
        ready = next(found for found in documents if found["current"] is not None)
        url = client.post(f"/documents/{ready['id']}/download-url", headers=headers).raise_for_status().json()["url"]
        self._keep_signature(url)
        httpx.get(url).raise_for_status()
        client.get("/documents/search", params={"q": "Valkyrie"}, headers=headers).raise_for_status()

    def _break(self, client: httpx.Client, headers: dict[str, str]) -> None:
        """A database that is busy, then one that fails while an e-mail address is looked up; a job that fails every time."""
        self._fault(
            status=429, retryAfterMs=20, times=2, match={"method": "POST", "kind": "docs", "contains": "directory"}
        )
        client.get("/sites", headers=headers).raise_for_status()
        me = client.get("/auth/me", headers=headers).raise_for_status().json()
        self._fault(status=500, times=50, match={"kind": "docs", "contains": "identities"})
        assert self._attempt(client, USERS[3].email, PASSWORD).status_code == 500
        httpx.delete(self._faults).raise_for_status()
        self._send("identity-letters", self._job(me, "user.password_reset_requested", me["id"]))
        self._send("documents-verify", self._job(me, "document.verify", "01JDNVCERTHERE000000000000"))
        self._send("documents-text", f"a letter to {STRANGER}")
        self._send("malware-results", json.dumps({"eventType": "Microsoft.Storage.BlobCreated", "subject": STRANGER}))

    def _steal(self, client: httpx.Client) -> None:
        """Use a cookie again that has long been exchanged. For ten seconds that is taken for a second tab (409)."""
        self._sign_in(client, USERS[2].email)
        old = dict(client.cookies)
        client.post("/auth/refresh", headers=CSRF).raise_for_status()
        self.secrets |= {*old.values(), *dict(client.cookies).values()}
        deadline = time.monotonic() + PATIENCE
        while (answer := httpx.post(f"{client.base_url}auth/refresh", headers=CSRF, cookies=old)).status_code == 409:
            assert time.monotonic() < deadline, answer.text
            time.sleep(1)
        assert answer.status_code == 401, answer.text

    def _keep_signature(self, url: str) -> None:
        self.secrets.add(httpx.URL(url).params["sig"])

    @property
    def _faults(self) -> str:
        return f"http://127.0.0.1:{self._stack.ports['cosmos']}/_local/faults"

    def _fault(self, **rule: Any) -> None:
        httpx.post(self._faults, json=rule).raise_for_status()

    def _job(self, me: dict[str, Any], kind: str, subject_id: str) -> str:
        """Without the arguments that the first kind needs, and with one that must not be told."""
        return Job(
            job_id="01JDFAKEJ0B000000000000000",
            kind=kind,
            organisation_id=me["organisation"]["id"],
            subject_id=subject_id,
            sent_at=datetime.now(UTC),
            arguments={"to": STRANGER},
        ).model_dump_json(by_alias=True)

    def _send(self, queue: str, text: str) -> None:
        endpoint = f"http://127.0.0.1:{self._stack.ports['queue']}/{ACCOUNT}"
        connection = f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};QueueEndpoint={endpoint};"
        with QueueServiceClient.from_connection_string(connection) as service:
            service.get_queue_client(queue, message_encode_policy=TextBase64EncodePolicy()).send_message(text)
