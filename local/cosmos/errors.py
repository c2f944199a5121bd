"""Every refusal of the server: status, substatus, code and the wording clients match on, in one table."""

import json
from typing import Final

_CODES: Final = {
    304: "NotModified",
    400: "BadRequest",
    401: "Unauthorized",
    403: "Forbidden",
    404: "NotFound",
    405: "MethodNotAllowed",
    408: "RequestTimeout",
    409: "Conflict",
    410: "Gone",
    412: "PreconditionFailed",
    413: "RequestEntityTooLarge",
    424: "FailedDependency",
    429: "TooManyRequests",
    449: "RetryWith",
    500: "InternalServerError",
    501: "NotImplemented",
    503: "ServiceUnavailable",
}

INVALID_INPUT: Final = "One of the specified inputs is invalid"
KEY_MISMATCH: Final = (
    "Partition key provided either doesn't correspond to definition in the collection or doesn't match partition key "
    "field values specified in the document."
)
CROSS_PARTITION_DISABLED: Final = (
    "Cross partition query is required but disabled. Please set x-ms-documentdb-query-enablecrosspartition to true, "
    "specify x-ms-documentdb-partitionkey, or revise your query to avoid this exception."
)
NOT_SERVABLE: Final = (
    "The provided cross partition query can not be directly served by the gateway. This is a first chance (internal) "
    "exception that all newer clients will know how to handle gracefully. This exception is traced, but unless you "
    "see it bubble up as an exception (which only happens on older SDK clients), then you can safely ignore this message."
)
NO_COMPOSITE_INDEX: Final = (
    "The order by query does not have a corresponding composite index that it can be served from."
)
ORDER_BY_EXCLUDED: Final = "The index path corresponding to the specified order-by item is excluded."
BATCH_EMPTY: Final = "Batch request has no operations."
BATCH_TOO_LONG: Final = "Batch request has more operations than what is supported."
SERVERLESS_OFFER: Final = "Setting offer throughput or autopilot on container is not supported for serverless accounts."
SERVERLESS_READ: Final = "Reading or replacing offers is not supported for serverless accounts."
AAD_CONTROL_PLANE: Final = "Request blocked by Auth: the operation cannot be authorized by AAD token in data plane."


class CosmosError(Exception):
    """A refusal: becomes the HTTP answer with `status`, `substatus` and a JSON body."""

    def __init__(self, status: int, message: str, substatus: int = 0, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.substatus = substatus
        self.headers = headers or {}

    def body(self, activity: str, path: str) -> bytes:
        """The JSON error body in the service's own layout."""
        text = f"Message: {json.dumps({'Errors': [self.message]})}\r\nActivityId: {activity}, Request URI: {path}"
        return json.dumps({"code": _CODES.get(self.status, str(self.status)), "message": text}).encode()


class SqlRefusal(CosmosError):
    """A query text that cannot be parsed or compiled; carries the place in the text."""

    def __init__(self, code: str, message: str, start: int, end: int) -> None:
        super().__init__(400, message)
        self.code = code
        self.start = start
        self.end = end

    def body(self, activity: str, path: str) -> bytes:
        detail = {
            "errors": [
                {
                    "severity": "Error",
                    "location": {"start": self.start, "end": self.end},
                    "code": self.code,
                    "message": self.message,
                }
            ]
        }
        text = f"Message: {json.dumps(detail)}\r\nActivityId: {activity}, Request URI: {path}"
        return json.dumps({"code": "BadRequest", "message": text}).encode()


def bad_request(message: str, substatus: int = 0) -> CosmosError:
    """400: the request is wrong whatever the state of the data."""
    return CosmosError(400, message, substatus)


def not_found(what: str = "Resource Not Found. Learn more: https://aka.ms/cosmosdb-tsg-not-found") -> CosmosError:
    """404: the resource itself is missing."""
    return CosmosError(404, what)


def owner_not_found() -> CosmosError:
    """404/1003: the parent of the resource is missing."""
    return CosmosError(404, "Owner resource does not exist", 1003)


def conflict(message: str = "Resource with specified id or name already exists.") -> CosmosError:
    """409."""
    return CosmosError(409, message)


def unique_conflict() -> CosmosError:
    """409 for a unique key policy."""
    return conflict("Unique index constraint violation.")


def precondition_failed() -> CosmosError:
    """412: the ETag or the patch condition does not hold."""
    return CosmosError(412, "One of the specified pre-condition is not met.")


def too_large(message: str = "Request size is too large") -> CosmosError:
    """413."""
    return CosmosError(413, message)


def key_mismatch() -> CosmosError:
    """400/1001: the partition key of the header and of the body differ."""
    return bad_request(KEY_MISMATCH, 1001)


def session_not_available() -> CosmosError:
    """404/1002: the session token is ahead of what this server has."""
    return CosmosError(404, "The read session is not available for the input session token.", 1002)


def wrong_container_rid() -> CosmosError:
    """400/1024: the client's cached container was dropped and created anew."""
    return bad_request("The intended collection rid does not match the rid of the addressed collection.", 1024)


def not_implemented(message: str) -> CosmosError:
    """501: known to the service, deliberately absent here."""
    return CosmosError(501, message)
