"""HTML forms, for the few endpoints that a browser posts to by itself; everything else takes JSON."""

from urllib.parse import parse_qsl

from shared.errors import Malformed, TooLarge, UnsupportedMediaType
from shared.kit.http.request import Request

MEDIA_TYPE = "application/x-www-form-urlencoded"
MAX_FORM = 64 * 1024  # bytes
MAX_FIELDS = 50


def form_of(request: Request) -> dict[str, str]:
    """The fields by name. Errors: UnsupportedMediaType, TooLarge, Malformed, also when a field comes twice (which one would count?)."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != MEDIA_TYPE:
        raise UnsupportedMediaType(f"Send {MEDIA_TYPE}.")
    if len(request.body) > MAX_FORM:
        raise TooLarge(f"At most {MAX_FORM} bytes.")
    try:
        pairs = parse_qsl(request.body.decode(), keep_blank_values=True, max_num_fields=MAX_FIELDS, errors="strict")
    except ValueError as error:
        raise Malformed("This is not a form.") from error
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise Malformed("A field comes twice.")
    return fields
