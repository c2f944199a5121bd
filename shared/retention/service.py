"""What people do with retention: write policies, start a run or try one out, read the reports, ask why a document is kept."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.documents.model import Document
from shared.errors import FieldError, Forbidden, Invalid, StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.scope import at_sites_or_none
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.retention.errors import NoPolicies
from shared.retention.explanation import Explanation, explain
from shared.retention.model import RetentionPolicies, RetentionPolicy, RetentionRow, RetentionRun, faults_of
from shared.retention.repository import PolicyRepository, RunRepository
from shared.retention.running import RetentionRunning

FindType = Callable[[str, str], Awaitable[Any]]
"""(organisation, id): the document type, None when there is none."""
NamesOfHolds = Callable[[str, tuple[str, ...]], Awaitable[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class RetentionService:
    """Policies and runs mean documents of all sites, so who decides must see them all; of rows everybody sees their own sites'."""

    policies: PolicyRepository
    runs: RunRepository
    running: RetentionRunning
    find_type: FindType
    names_of_holds: NamesOfHolds
    now: Callable[[], datetime]

    async def get_policies(self, actor: Actor) -> RetentionPolicies:
        return await self.policies.of(actor.organisation_id, self.now())

    async def replace_policies(self, actor: Actor, wanted: tuple[RetentionPolicy, ...], etag: str) -> RetentionPolicies:
        """The whole list. Errors: Forbidden, StaleVersion, Invalid naming the policy."""
        _require_all_sites(actor)
        held = await self.get_policies(actor)
        if held.etag != etag:
            raise StaleVersion
        if faults := [*faults_of(wanted), *(await self._unknown_types(actor, wanted))]:
            raise Invalid(fields=faults)
        if wanted == held.policies:
            return held
        changed = held.changed(self.now(), policies=wanted)
        facts = [policy.model_dump(mode="json", by_alias=True, exclude={"name"}) for policy in wanted]
        happened = Activity.of(
            "retention.policies_changed", changed, actor=actor.user_id, at=changed.updated_at, policies=facts
        )
        return await self.policies.put(changed, happened)

    async def start(self, actor: Actor, *, dry_run: bool) -> RetentionRun:
        """Errors: Forbidden, NoPolicies."""
        _require_all_sites(actor)
        policies = await self.get_policies(actor)
        if not policies.policies:
            raise NoPolicies
        return await self.running.start(policies, new_id(), actor.user_id, dry_run=dry_run)

    async def list_runs(self, actor: Actor, request: PageRequest) -> Page[RetentionRun]:
        """Errors: CursorInvalid."""
        return await self.runs.list_page(actor.organisation_id, request)

    async def get_run(self, actor: Actor, run_id: str) -> tuple[RetentionRun, dict[str, int]]:
        """With how many documents it did what to, of the sites the actor sees. Errors: NotFound."""
        run = await self.runs.get(actor.organisation_id, run_id)
        return run, await self.runs.counts(run, at_sites_or_none(actor.site_ids))

    async def list_rows(self, actor: Actor, run_id: str, request: PageRequest) -> Page[RetentionRow]:
        """Errors: NotFound, CursorInvalid."""
        run = await self.runs.get(actor.organisation_id, run_id)
        return await self.runs.rows.list_of(run, request, at_sites_or_none(actor.site_ids))

    async def explain(self, actor: Actor, document_id: str) -> tuple[Document, Explanation]:
        """Why it is kept and until when; cases are named to those who may read them. Errors: NotFound."""
        document, policies = await asyncio.gather(
            self.runs.documents.get(actor.organisation_id, document_id), self.get_policies(actor)
        )
        document = document.seen_by(actor)
        names: dict[str, str] = {}
        if document.is_held and Permission.HOLDS_READ in actor.permissions:
            names = await self.names_of_holds(actor.organisation_id, document.holds)
        return document, explain(document, policies.policies, names, self.now())

    async def _unknown_types(self, actor: Actor, wanted: tuple[RetentionPolicy, ...]) -> list[FieldError]:
        ids = sorted({policy.type_id for policy in wanted if policy.type_id is not None})
        found = await asyncio.gather(*(self.find_type(actor.organisation_id, type_id) for type_id in ids))
        unknown = {type_id for type_id, entity in zip(ids, found, strict=True) if entity is None}
        return [
            FieldError(f"policies[{number}].typeId", "unknown_type", "is not a document type of the organisation")
            for number, policy in enumerate(wanted)
            if policy.type_id in unknown
        ]


def _require_all_sites(actor: Actor) -> None:
    """Errors: Forbidden."""
    if actor.site_ids is not None:
        raise Forbidden("You are limited to some sites: policies mean documents of all.")
