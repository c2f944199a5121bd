"""What a device asks before it sends anything: what a report begins with, and what stands against it."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.identity.actor import Actor
from shared.reports.carry_forward import carry_forward
from shared.reports.contexts import Contexts, Last
from shared.reports.definitions import Definition
from shared.reports.drafting import GetSite
from shared.reports.drafts import Draft
from shared.reports.editing import check, definition_of
from shared.reports.model import subject_of
from shared.reports.places import Place, begun_payload, misplaced
from shared.reports.repository import ReportRepository
from shared.reports.rules.rule import Finding


@dataclass(frozen=True, slots=True)
class Outline:
    """`existing` is the report that has the place already; `last` the one that the payload was carried forward from."""

    definition: Definition
    place: Place
    subject: str | None
    context: dict[str, Any]
    payload: dict[str, Any]
    existing: str | None
    last: Last | None


def _carried(last: Last, definition: Definition, place: Place) -> dict[str, Any]:
    passed = place.period.day - last.report.period.day
    return carry_forward(last.content.sent, definition, passed.days)


@dataclass(frozen=True, slots=True)
class Advice:
    context: dict[str, Any]
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class ReportAdvising:
    reports: ReportRepository
    contexts: Contexts
    get_site: GetSite

    async def outline(self, actor: Actor, kind: str, site_id: str, day: date, subject: str | None) -> Outline:
        """Six requests at most. Errors: NotFound for a site that the actor does not see, NoSuchDay, Invalid for an unknown type."""
        definition = definition_of(kind)
        place = Place.at(await self.get_site(actor, site_id), site_id, kind, day)
        subject = subject if definition.subject else None
        last, existing = await asyncio.gather(
            self.contexts.last(actor.organisation_id, place, subject), self._existing(actor, place, subject)
        )
        context = await self.contexts.after(last, actor.organisation_id, definition, place, subject)
        carried = {} if last is None else _carried(last, definition, place)
        payload = begun_payload(definition, place, subject, carried)
        return Outline(definition, place, subject, context, payload, existing, last)

    async def findings(
        self, actor: Actor, definition: Definition, site_id: str, day: date, payload: dict[str, Any]
    ) -> Advice:
        """Errors: NotFound, NoSuchDay, PayloadTooLarge, Invalid for what cannot be stored."""
        check(definition, Draft(payload=payload))
        place = Place.at(await self.get_site(actor, site_id), site_id, definition.kind, day)
        subject = subject_of(definition.subject, payload)
        context = await self.contexts.of(actor.organisation_id, definition, place, subject)
        return Advice(context, [*misplaced(definition, place, None, payload), *definition.findings(payload, context)])

    async def _existing(self, actor: Actor, place: Place, subject: str | None) -> str | None:
        if subject is None:
            return None
        return await self.reports.find_by_slot(actor.organisation_id, place.slot(subject))
