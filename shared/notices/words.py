"""What is written to people about documents: number, title and a link, nothing of what is in them."""

from shared.documents.review import Reminder
from shared.identity.letters import LetterKind, Words
from shared.notices.work import ASKED, REMINDERS, RESULTS

_AGAIN = "Open the document to read it, and to approve it or to say which changes are needed."
LETTERS = {
    ASKED: Words(
        "Please review {document}",
        ("{organisation} asks you to review {document}, revision {revision}.{until}", _AGAIN),
        "Open the document",
    ),
    REMINDERS[Reminder.SOON]: Words(
        "Your review of {document} is due soon",
        ("{document}, revision {revision}, still waits for your decision.{until}", _AGAIN),
        "Open the document",
    ),
    REMINDERS[Reminder.OVERDUE]: Words(
        "Your review of {document} is overdue",
        ("{document}, revision {revision}, still waits for your decision.{until}", _AGAIN),
        "Open the document",
    ),
    "document.approved": Words(
        "{document} was approved",
        ("The review that you began has ended: {document}, revision {revision}, was approved and is in force.",),
        "Open the document",
    ),
    "document.changes_requested": Words(
        "Changes to {document} were requested",
        (
            "The review that you began has ended: a reviewer of {document}, revision {revision}, asks for changes.",
            "Open the document to read the comments, and upload a further revision when it is ready.",
        ),
        "Open the document",
    ),
}
KINDS = {
    ASKED: LetterKind.REVIEW_REQUESTS,
    **dict.fromkeys(REMINDERS.values(), LetterKind.REVIEW_REMINDERS),
    **dict.fromkeys(RESULTS, LetterKind.REVIEW_RESULTS),
}
_ONE = "1 document waits for you to acknowledge that you have read it:"
_SEVERAL = "{count} documents wait for you to acknowledge that you have read them:"


def due_words(titles: list[str], more: bool) -> Words:
    """With the documents, of which there may be more."""
    first = _ONE if len(titles) == 1 and not more else _SEVERAL
    rest = ["There are more."] if more else []
    listed = [title.replace("{", "{{").replace("}", "}}") for title in titles]
    return Words("Documents wait for you to read them", (first, *listed, *rest), "Open what you have to read")
