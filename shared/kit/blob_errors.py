"""What the Blob SDK raises, in our own terms."""

from typing import TYPE_CHECKING, Any

from shared.errors import AlreadyExists, NotFound, Protected, StaleVersion, Unavailable

if TYPE_CHECKING:
    from azure.core.exceptions import HttpResponseError

_PROTECTED = frozenset({"LeaseIdMissing", "BlobImmutableDueToPolicy"})


async def translated(call: Any) -> Any:
    """Await a call of the SDK and answer, or raise, in our own terms."""
    from azure.core import exceptions as azure

    try:
        return await call
    except azure.HttpResponseError as error:
        if (meant := _of_response(error)) is None:
            raise
        raise meant from error
    except (azure.ServiceRequestError, azure.ServiceResponseError, TimeoutError) as error:
        raise Unavailable(retry_after=1) from error


def _of_response(error: "HttpResponseError") -> Exception | None:
    """What the storage means; None for a mistake of ours. A lease in the way answers 412 as a changed blob does."""
    code = getattr(error, "error_code", None)
    if getattr(code, "value", code) in _PROTECTED:
        return Protected()
    if error.status_code in {429, 500, 503}:
        return Unavailable(retry_after=1)
    known = {404: NotFound, 409: AlreadyExists, 412: StaleVersion}.get(error.status_code or 0)
    return None if known is None else known()
