"""What is sent to the queue of letters about due reports."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from shared.kit.jobs import Job
from shared.kit.jobs.outbox import Asked

LETTERS_QUEUE = "reports-letters"
SYSTEM = "system"  # who did what no person did
NOTICE = "due_reports.notice"  # a page of the people who must know
LETTER = "due_reports.letter"  # one of them


class NoticeState(StrEnum):
    ORDERED = "ordered"
    SENT = "sent"


def notice_of(organisation_id: str, notice_id: str, cursor: str = "") -> Job:
    return Job.of(NOTICE, organisation_id, notice_id, cursor=cursor)


def letter_of(organisation_id: str, notice_id: str, user_id: str) -> Job:
    return Job.of(LETTER, organisation_id, notice_id, userId=user_id)


def asked_for(item: Mapping[str, Any]) -> Asked:
    """What a stored notice asks for."""
    if item.get("kind") != "dueNotice" or item["state"] != NoticeState.ORDERED:
        return None
    return LETTERS_QUEUE, notice_of(item["organisationId"], item["id"])
