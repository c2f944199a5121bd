"""The short way for most responses gives what the SDK's converter gives."""

from typing import Any

import azure.functions as func
import pytest

from local.host.responses import response_of

pytestmark = pytest.mark.whitebox("two ways through our host")


class Unusual(func.HttpResponse):
    """A subclass goes the long way, through the converter."""


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"body": "text é"},
        {"body": b"\x00\xff", "mimetype": "application/octet-stream"},
        {"body": "x", "mimetype": "text/html", "charset": "latin-1"},
        {"body": "x", "headers": {"Content-Type": "a/b", "X-One": "1", "Connection": "close"}},
        {"status_code": 204},
        {"body": "abc", "headers": {"Content-Length": "3"}},
    ],
)
def test_both_ways_agree(arguments: dict[str, Any]) -> None:
    assert response_of(func.HttpResponse(**arguments)) == response_of(Unusual(**arguments))


@pytest.mark.parametrize("headers", [{"Content-Length": "4"}, {"X-Bad": "☂"}])
def test_what_cannot_be_sent_is_an_error(headers: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        response_of(func.HttpResponse("abc", headers=headers))


@pytest.mark.parametrize("value", [None, {}, b"", 1, ["x"]])
def test_other_types_are_an_error(value: object) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        response_of(value)
