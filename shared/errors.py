"""Every way the product says no, on one page. HTTP statuses belong to `kit/http/problems.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field: `field` is a JSON path (`sizeBytes`, `rows[3].endDepth`)."""

    field: str
    code: str
    message: str


class PetroConnectError(Exception):
    """Base of every expected error: `code` is part of the API and never changes, `message` is for people.

    `extra` are further members of the problem, by wire name and as JSON (RFC 9457, 3.2); `extension` is the pydantic model of them.
    """

    code: ClassVar[str] = "error"
    message: ClassVar[str] = "Something went wrong."
    extension: ClassVar[Any] = None

    def __init__(
        self,
        detail: str = "",
        *,
        fields: Sequence[FieldError] = (),
        retry_after: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail or self.message)
        self.detail = detail or self.message
        self.fields = tuple(fields)
        self.retry_after = retry_after  # seconds
        self.extra = dict(extra or {})


class Unavailable(PetroConnectError):
    """Ask again later: something we depend on did not answer."""

    code = "unavailable"
    message = "A service this depends on did not answer. Try again shortly."


class DomainError(PetroConnectError):
    """A final answer: asking again changes nothing."""


class Unauthenticated(DomainError):
    code = "unauthenticated"
    message = "Sign in first."


class Forbidden(DomainError):
    code = "forbidden"
    message = "Your role does not allow this."


class NotFound(DomainError):
    code = "not_found"
    message = "There is nothing here that you can see."


class Conflict(DomainError):
    code = "conflict"
    message = "The current state does not allow this."


class LimitReached(DomainError):
    code = "limit_reached"
    message = "Too many requests. Wait a moment."


class Invalid(DomainError):
    code = "invalid"
    message = "Some of the input is not valid."


class Malformed(Invalid):
    """The request could not be read at all."""

    code = "malformed"
    message = "The request could not be read."


class TooLarge(Invalid):
    code = "body_too_large"
    message = "The request body is too large."


class UnsupportedMediaType(Invalid):
    code = "unsupported_media_type"
    message = "Send application/json."


class CursorInvalid(Malformed):
    code = "cursor_invalid"
    message = "This cursor does not belong to this list and sort order."


class AlreadyExists(Conflict):
    code = "already_exists"
    message = "It exists already."


class StaleVersion(Conflict):
    code = "stale_version"
    message = "Somebody changed this in the meantime. Read it again."


class Protected(Conflict):
    code = "protected"
    message = "The storage protects this from being changed or deleted."


class IfMatchRequired(Conflict):
    code = "if_match_required"
    message = "Send If-Match with the ETag you read."


class RequestInProgress(Conflict):
    code = "request_in_progress"
    message = "A request with this Idempotency-Key is being worked on."


class IdempotencyKeyReused(Invalid):
    code = "idempotency_key_reused"
    message = "This Idempotency-Key was used for a different request."
