"""Devices that write one report offline, after the rules of docs/offline.md, over a network and a server that fail as they like.

Every edit sets a field to a value that no other edit has, and remembers the values it replaced on the device. So it can be told of each
edit whether it was lost: it is an ancestor of what the server has, or the device still holds it.
"""

import copy
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from shared.app import App
from shared.identity.actor import Actor
from shared.kit.ids import new_id
from tests import documents
from tests.api_client import ApiClient, Response
from tests.field_reports import DAY, a_submit
from tests.files import a_png
from tests.reports import a_payload
from tests.shared.documents.killing import Killed, watched

FIELDS = (("remarks", "comments"), ("uptime", "downtimeReason"), ("volumes", "oil"), ("volumes", "gas"))
Field = tuple[str, str]


@dataclass
class Ledger:
    """All edits of all devices: which values of its field each one replaced, knowing them."""

    replaced: dict[tuple[Field, str], set[str]] = field(default_factory=dict)
    count: int = 0

    def new(self, where: Field, *known: Any) -> Any:
        self.count += 1
        value = {"value": self.count, "unit": "Sm3"} if where[0] == "volumes" else f"words {self.count}"
        self.replaced[where, str(value)] = {str(one) for one in known}
        return value

    def ancestors(self, where: Field, value: Any) -> set[str]:
        found, ahead = set[str](), [str(value)]
        while ahead:
            if (one := ahead.pop()) not in found:
                found.add(one)
                ahead += self.replaced.get((where, one), ())
        return found


@dataclass
class Message:
    """On its way; `draft` is what the device has at that moment. `number` of a submit, 0 for an edit."""

    device: "Device"
    body: dict[str, Any]
    number: int
    report_id: str
    changes: int


@dataclass
class Device:
    """What survives a restart of it: the draft, what it is based on, edits that are not confirmed, photos, a frozen submit."""

    name: int
    ledger: Ledger
    site_id: str
    well: str
    report_id: str
    draft: dict[str, Any] = field(default_factory=dict)
    based_on: int = 0
    edits: list[str] = field(default_factory=list)
    held: dict[Field, list[str]] = field(default_factory=dict)
    photos: dict[str, bytes] = field(default_factory=dict)
    revision: int = 0
    frozen: Message | None = None
    waiting: Message | None = None
    changes: int = 0
    sent: dict[str, dict[str, Any]] = field(default_factory=dict)
    accepted: dict[tuple[str, int], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.draft = {
            "payload": a_payload(**{"/header/well": self.well}),
            "attachments": [],
            "reasons": {"downtime.reason": "so it was"},
        }
        self.draft["payload"]["header"]["date"] = DAY
        for section, name in FIELDS:
            self.draft["payload"].setdefault(section, {})
            self.draft["payload"][section] = {**(self.draft["payload"][section] or {}), name: None}

    def value(self, where: Field) -> Any:
        return self.draft["payload"][where[0]].get(where[1])

    def edit(self, where: Field, *also: Any) -> None:
        """Somebody types; not while a submit is on its way."""
        if self.frozen is None:
            value = self.ledger.new(where, self.value(where), *also)
            self.draft["payload"][where[0]][where[1]] = value
            self.held.setdefault(where, []).append(str(value))
            self._changed()

    def photograph(self) -> None:
        if self.frozen is None and len(self.photos) < 2:
            content, photo_id = a_png(new_id()), new_id()
            self.photos[photo_id] = content
            facts = {"sizeBytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            self.draft["attachments"] = [*self.draft["attachments"], {"id": photo_id, "name": "a.png", **facts}]
            self._changed()

    def _changed(self) -> None:
        self.edits.append(new_id())
        self.changes += 1

    def message(self) -> Message | None:
        """Everything that is not confirmed; None if there is nothing to say, or a submit is on its way."""
        if self.frozen is not None:
            self.waiting = self.frozen
        elif self.edits:
            self.waiting = Message(self, self._body(), 0, self.report_id, self.changes)
        else:
            self.waiting = None
        return self.waiting

    def freeze(self) -> None:
        """Submitted: kept as it is until the server has answered for good."""
        if self.frozen is None:
            body = {**self._body(), "edits": self.edits or [new_id()]}
            frozen = a_submit(self.report_id, self.revision + 1, body)
            self.frozen = Message(self, frozen, self.revision + 1, self.report_id, self.changes)
            self.sent[frozen["receipt"]] = frozen

    def _body(self) -> dict[str, Any]:
        head = {"type": "daily_production", "version": 1, "siteId": self.site_id, "day": DAY}
        return {**head, "basedOn": self.based_on, "edits": list(self.edits), **copy.deepcopy(self.draft)}

    def hear(self, message: Message, answer: Response) -> None:
        """The answer to the last request; others are dead."""
        if self.waiting is not message:
            return
        self.waiting = None
        if answer.status in {200, 201}:
            self._confirmed(message, answer.json)
        elif answer.code in {"edit_conflict", "submit_stale"}:
            self.frozen = None
            self._brought_together(message, answer.json)
        elif answer.code == "report_exists":
            self._join(answer.json["reportId"])
        elif message.number and answer.code != "attachment_missing":
            self.frozen = None
            assert answer.code in {"not_editable", "revision_taken", "revision_out_of_order"}, answer.content[:2000]
        else:
            assert answer.code in {"not_editable", "attachment_missing"}, answer.content

    def _join(self, report_id: str) -> None:
        """Somebody else began the report: what was written goes there, with photos under new ids, since theirs belong to the other."""
        new = {old: new_id() for old in self.photos}
        self.photos = {new[old]: content for old, content in self.photos.items()}
        self.draft["attachments"] = [{**one, "id": new.get(one["id"], one["id"])} for one in self.draft["attachments"]]
        self.frozen, self.report_id, self.based_on, self.revision = None, report_id, 0, 0
        self._changed()

    def _confirmed(self, message: Message, told: dict[str, Any]) -> None:
        if message.number:
            assert told["receipt"] == message.body["receipt"]
            self.accepted[message.report_id, message.number] = told["receipt"]
            self.frozen, self.revision, self.based_on = None, message.number, told["edition"]
            self.edits, self.held = [], {}
            return
        assert told["merged"] is (told["content"] != {**_said(message.body), "edition": told["edition"]})
        if not told["merged"]:
            self.edits = [edit for edit in self.edits if edit not in message.body["edits"]]
            self.based_on, self.revision = told["edition"], told["revision"]
            if not self.edits:
                self.held = {}
        elif self.changes == message.changes:  # else it sends all again, and the server brings that together
            self.take_over(told)

    def _brought_together(self, message: Message, told: dict[str, Any]) -> None:
        """Both sides are looked at, and something new is written where they disagree."""
        if self.changes != message.changes:
            return
        disputed = [one for one in told["conflicts"] if one["part"] == "payload"]
        mine = {one["address"]: one["mine"] for one in disputed}
        self.draft = _said(told["merged"])
        self.based_on = told["edition"]
        for address, value in mine.items():
            _, section, name = address.split("/")
            self.edit((section, name), value)
        self._changed()

    def take_over(self, told: dict[str, Any]) -> None:
        """What the server has, by a device that holds nothing else."""
        self.draft = _said(told["content"])
        self.based_on, self.revision = told["edition"], told["revision"]
        self.edits, self.held = [], {}
        self.changes += 1


def _said(body: dict[str, Any]) -> dict[str, Any]:
    return copy.deepcopy({name: body[name] for name in ("payload", "attachments", "reasons")})


@dataclass
class Network:
    """Messages wait, come twice, late, in any order, or never; the worker dies after any request to its storage."""

    app: App
    client: ApiClient
    actor: Actor
    under_way: list[Message] = field(default_factory=list)
    killed: int = 0
    delivered: int = 0

    def take(self, message: Message | None) -> None:
        if message is not None:
            self.under_way.append(message)

    async def deliver(self, which: int, *, kill_after: int | None, twice: bool, answered: bool) -> None:
        if not self.under_way:
            return
        place = which % len(self.under_way)
        message = self.under_way[place] if twice else self.under_way.pop(place)
        answer = await self.ask(lambda: self._send(message), kill_after)
        if answer is not None and answered:
            message.device.hear(message, answer)

    async def _send(self, message: Message) -> Response:
        path = f"v1/reports/{message.report_id}"
        return await self.client.put(f"{path}/revisions/{message.number}" if message.number else path, message.body)

    async def ask(self, request: Callable[[], Any], kill_after: int | None) -> Any:
        """None when the worker died on it."""
        self.delivered += 1
        try:
            with watched(kill_after):
                return await request()
        except Killed:
            self.killed += 1
            return None

    async def refresh(self, device: Device) -> None:
        """A device that holds nothing reads what there is."""
        answer = await self.client.get(f"v1/reports/{device.report_id}")
        if answer.status == 200 and not device.edits and device.frozen is None:
            device.take_over(answer.json)
        elif answer.status == 200:
            device.revision = answer.json["revision"]

    async def send_photo(self, device: Device, step: int, kill_after: int | None) -> None:
        """One step of the way of a photo, chosen by chance: announced, put, completed, verified; any of them may be repeated."""
        if not device.photos:
            return
        photo_id, content = list(device.photos.items())[step % len(device.photos)]
        path = f"v1/reports/{device.report_id}/attachments/{photo_id}"
        facts = {"sizeBytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        body = {"siteId": device.site_id, "name": "a.png", "contentType": "image/png", **facts}
        answer = await self.ask(lambda: self.client.put(path, body), kill_after)
        if answer is None or answer.status not in {200, 201} or answer.json["state"] == "ready":
            return
        if answer.json["upload"] is not None:
            await documents.put(answer.json["upload"]["url"], content)
        completed = await self.ask(lambda: self.client.post(f"{path}/complete"), kill_after)
        if completed is not None and completed.status == 202:
            await self.ask(lambda: self._verify(photo_id), kill_after)

    async def _verify(self, photo_id: str) -> None:
        document = await self.app.documents.service.get(self.actor, photo_id)
        await self.app.documents.processing.verify(documents.job_of(document))
