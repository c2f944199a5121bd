"""Why a document is kept and until when, in words for people. Rules only: no I/O, time comes in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.documents.model import Document
from shared.retention.model import Fate, RetentionAction, RetentionEvent, RetentionPolicy, fate_of, waiting

_SINCE = {
    RetentionEvent.CREATED: "it was created",
    RetentionEvent.APPROVED: "it was approved",
    RetentionEvent.TRASHED: "it was moved to the trash",
}
_ONCE = {RetentionEvent.APPROVED: "it is approved", RetentionEvent.TRASHED: "it is moved to the trash"}
_ACTS = {RetentionAction.TRASH: "moved to the trash", RetentionAction.DELETE: "deleted for good"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """`kept_until` is None while a hold keeps it, and when no policy deletes it as things are. `names` of cases may be withheld."""

    words: str
    kept_until: datetime | None
    trash: Fate | None
    delete: Fate | None
    names: Mapping[str, str]


def explain(
    document: Document, policies: tuple[RetentionPolicy, ...], names: Mapping[str, str], now: datetime
) -> Explanation:
    """`names` of the cases that hold it, as far as the reader may know them."""
    trash = fate_of(policies, document, RetentionAction.TRASH)
    delete = fate_of(policies, document, RetentionAction.DELETE)
    until = delete.due if delete is not None and not document.is_held else None
    fates = [fate for fate in (trash, delete) if fate is not None]
    later = waiting(policies, document, RetentionAction.DELETE)
    words = " ".join(_sentences(document, fates, later, names, now))
    return Explanation(words, until, trash, delete, names)


def _sentences(
    document: Document, fates: list[Fate], later: list[RetentionPolicy], names: Mapping[str, str], now: datetime
) -> Iterator[str]:
    if document.is_held:
        yield _held(document, names)
    if document.trashed_at is not None:
        yield f"In the trash since {document.trashed_at:%Y-%m-%d}."
    if document.report_id is not None:
        yield "It is part of a report and is kept with that."
    for fate in fates:
        yield _of_policy(fate, now, held=document.is_held)
    if any(fate.action is RetentionAction.DELETE for fate in fates):
        return
    if not later:
        yield "No retention policy deletes it: it is kept for good."
        return
    yield "As things are, no retention policy deletes it."
    for policy in later:
        yield f"Once {_ONCE[policy.event]}, the policy “{policy.name}” has it deleted for good after {policy.days} days."


def _held(document: Document, names: Mapping[str, str]) -> str:
    count = len(document.holds)
    cases = "one case" if count == 1 else f"{count} cases"
    known = f" ({', '.join(sorted(names.values()))})" if names else ""
    return f"Under legal hold by {cases}{known}: nobody can delete it for good before every hold has been lifted."


def _of_policy(fate: Fate, now: datetime, *, held: bool) -> str:
    because = f"the policy “{fate.policy.name}” ({fate.policy.days} days since {_SINCE[fate.policy.event]})"
    what = _ACTS[fate.action]
    if held:
        return f"Without the hold, {because} would have it {what} from {fate.due:%Y-%m-%d} on."
    if fate.due <= now:
        return f"Due since {fate.due:%Y-%m-%d}: by {because} it is {what} with the next daily run."
    return f"Kept until {fate.due:%Y-%m-%d}: then {because} has it {what}."
