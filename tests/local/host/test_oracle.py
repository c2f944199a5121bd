"""Our engine beside Microsoft's own worker: case 69. `azure_functions_runtime` needs Python 3.13; the SDK's own converters, which
both sides use, are the same on every version."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.local.host.hosting import APP, ROOT, YEARLY
from tests.local.host.test_lifecycle import (
    MORE_APPS,
    NO_TYPE,
    SOURCE,
    TWICE,
    UNBOUND,
    WRONG_CONTEXT,
    WRONG_OUT,
    WRONG_TYPE,
)

pytestmark = [
    pytest.mark.whitebox("compares our host with Microsoft's worker"),
    pytest.mark.skipif(
        sys.version_info < (3, 13), reason="Microsoft's worker is a package for Python 3.13 and later only"
    ),
]
FORM = {"content-type": "application/x-www-form-urlencoded"}
PARTS = {"content-type": "multipart/form-data; boundary=b"}
FILE = b'--b\r\nContent-Disposition: form-data; name="upload"; filename="a.bin"\r\n\r\n12345\r\n--b--\r\n'
EVENT = {
    "id": "1", "topic": "/t", "subject": "s", "eventType": "e", "eventTime": "2026-01-02T03:04:05Z", "data": {"a": 1},
    "dataVersion": "1", "metadataVersion": "1",
}  # fmt: skip
CLOUD_EVENT = {"id": "1", "source": "/s", "type": "t", "specversion": "1.0", "data": {"a": 1}, "extra": "x"}


def http(
    function: str, path: str = "x", query: str = "", body: bytes = b"", method: str = "GET", **more: Any
) -> dict[str, Any]:
    url = f"http://host.test/api/{path}" + (f"?{query}" if query else "")
    given = {"function": function, "method": method, "url": url, "query": query, "body": list(body)}
    return {**given, "headers": {}, "route": {}, **more}


REQUESTS = {
    "plain": http("echo_request", route={"rest": "a/b"}),
    "query": http("echo_request", query="a=1&a=2&b=&c=%20x+y&%C3%A9=%E2%98%82"),
    "headers": http("echo_request", headers={"x-mixed-case": "one,two", "content-type": "text/plain"}),
    "bytes": http("echo_request", body=bytes(range(256)), method="POST"),
    "form": http("echo_form", body=b"field=%C3%A9&other=1", method="POST", headers=FORM),
    "file": http("echo_form", body=FILE, method="POST", headers=PARTS),
    "binary answer": http("echo_bytes", body=b"\x00\xff"),
    "cookies": http("return_cookies"),
    "header that cannot be sent": http("return_bad_header"),
    "exception": http("raise_error"),
    "route values": http("two_in_one", route={"first": "a", "second": "b"}),
    **{f"return {kind}": http("return_kind", route={"kind": kind})
       for kind in ("none", "dict", "bytes", "text", "json-response", "json-object", "json-number")},
    **{f"status {code}": http("return_status", route={"code": code}) for code in ("200", "204", "302", "304", "503")},
    **{f"type {kind}": http("return_type", route={"kind": kind}) for kind in ("default", "html", "json", "header")},
}  # fmt: skip
TRIGGERS = {
    "message": {"function": "on_plain", "text": "übung"},
    "message over its metadata": {
        "function": "on_plain",
        "text": '{"id": "mine", "DEQUEUECOUNT": 7, "popReceipt": null, "insertionTime": [1], "other": {"a": 1}}',
    },
    "message that spoils its metadata": {"function": "on_plain", "text": '{"insertionTime": "yesterday"}'},
    "message that fails": {"function": "on_failing", "text": "x"},
    "outputs": {"function": "on_copy", "text": "good"},
    "one output": {"function": "on_copy", "text": "one"},
    "outputs of a failure": {"function": "on_copy", "text": "fail"},
    "timer": {"function": "on_timer", "past_due": False},
    "timer past due": {"function": "on_timer", "past_due": True},
    "synchronous timer": {"function": "on_startup", "past_due": False},
    "retry": {"function": "on_retry", "past_due": False, "retry": 1},
    "documents": {"function": "on_changes", "documents": [{"id": "1", "n": 1.5, "deep": {"a": [None]}}, {"id": "2"}]},
    "event": {"function": "on_event", "event": EVENT},
    "event as text": {"function": "on_event_text", "event": EVENT},
    "cloud event": {"function": "on_event_text", "event": CLOUD_EVENT},
    "blob": {"function": "on_blob", "blob": "content é"},
}
INVOCATIONS = {**REQUESTS, **TRIGGERS}


def run(side: str, app: Path, folder: Path, invocations: list[dict[str, Any]]) -> dict[str, Any]:
    """What one side made of an app, with what its functions wrote down."""
    record = folder / f"{side}.jsonl"
    record.touch()
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    environment |= {"PYTHONPATH": str(ROOT), "RECORD": str(record), "SCHEDULE": YEARLY}
    command = [sys.executable, str(Path(__file__).parent / "oracle.py"), side, str(app)]
    done = subprocess.run(
        command,
        input=json.dumps(invocations),
        capture_output=True,
        text=True,
        env=environment,
        cwd=folder,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    lines = [json.loads(line) for line in record.read_text().splitlines()]
    return {**found, "records": lines}


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    folder = tmp_path_factory.mktemp("oracle")
    given = list(INVOCATIONS.values())
    return run("ours", APP, folder, given), run("theirs", APP, folder, given)


def test_69_the_same_functions_are_found(sides: tuple[dict[str, Any], dict[str, Any]]) -> None:
    ours, theirs = sides
    assert set(ours["index"]) == set(theirs["index"])
    for name, found in theirs["index"].items():
        assert ours["index"][name]["bindings"] == found["bindings"], name
        assert ours["index"][name]["retry"] == found["retry"], name


@pytest.mark.parametrize("name", list(INVOCATIONS))
def test_69_an_invocation_comes_out_the_same(sides: tuple[dict[str, Any], dict[str, Any]], name: str) -> None:
    ours, theirs = (side["results"][list(INVOCATIONS).index(name)] for side in sides)
    assert ours == theirs


def test_69_functions_were_given_the_same(sides: tuple[dict[str, Any], dict[str, Any]]) -> None:
    ours, theirs = (side["records"] for side in sides)
    assert len(ours) >= len(TRIGGERS) - 4  # the outputs write nothing down, and one message never arrives
    assert ours == theirs


@pytest.mark.parametrize(
    "source",
    [
        SOURCE + MORE_APPS,
        "import azure.functions",
        SOURCE + TWICE,
        SOURCE + UNBOUND,
        SOURCE + WRONG_TYPE,
        SOURCE + NO_TYPE,
        SOURCE + WRONG_OUT,
        SOURCE + WRONG_CONTEXT,
    ],
)
def test_69_an_app_that_cannot_be_indexed_is_refused_in_the_same_words(tmp_path: Path, source: str) -> None:
    (app := tmp_path / "app").mkdir()
    (app / "host.json").write_text('{"version": "2.0"}')
    (app / "function_app.py").write_text(source)
    (ours,), (theirs,) = (run(side, app, tmp_path, [])["problems"] for side in ("ours", "theirs"))
    reason = theirs.rpartition("Error: ")[2].splitlines()[0]
    assert " ".join(reason.split()) in " ".join(ours.split())
