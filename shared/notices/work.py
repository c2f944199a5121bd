"""What is sent to the queue of letters, and what asks for letters about documents."""

from typing import Any

from shared.documents.review import Reminder
from shared.kit.jobs import Job

LETTERS_QUEUE = "documents-letters"
SYSTEM = "system"  # who did what no person did
BEGUN = "document.review_begun"
REMINDED = "document.review_reminded"
ASKED = "review.asked"
RESULTS = ("document.approved", "document.changes_requested")
DIGEST = "acknowledgementDigest"  # kind of the item that begins the letters of a week
DIGESTS = "acknowledgements.digest"  # a page of people
DUE = "acknowledgements.due"  # one person
REMINDERS = {Reminder.SOON: "review.due_soon", Reminder.OVERDUE: "review.overdue"}


def asked_for(item: dict[str, Any]) -> list[Job]:
    """The letters that a stored item asks for, as the change feed shows it."""
    if item.get("kind") == DIGEST:
        return [digest_of(item["organisationId"], item["week"], "")]
    if item.get("kind") != "activity":
        return []
    data = item["data"]
    if item["type"] == BEGUN:
        return [_letter(item, ASKED, asked["userId"]) for asked in data["reviewers"]]
    if item["type"] == REMINDED:
        return [_letter(item, REMINDERS[Reminder(one["reminder"])], one["userId"]) for one in data["reminders"]]
    if item["type"] in RESULTS and data.get("begunBy", item["createdBy"]) != item["createdBy"]:
        return [_letter(item, item["type"], data["begunBy"])]
    return []


def is_about_report(job: Job) -> bool:
    """Else it is about a document, or what somebody has still to acknowledge."""
    return job.kind.startswith("report.")


def digest_of(organisation_id: str, week: str, cursor: str) -> Job:
    return Job.of(DIGESTS, organisation_id, organisation_id, week=week, cursor=cursor)


def due_of(organisation_id: str, user_id: str, week: str) -> Job:
    return Job.of(DUE, organisation_id, user_id, week=week)


def _letter(activity: dict[str, Any], kind: str, user_id: str) -> Job:
    facts = {"activityId": activity["id"], "userId": user_id, "revision": activity["data"]["revision"]}
    return Job.after(activity, kind, **facts)
