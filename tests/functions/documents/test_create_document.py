"""POST /documents: announcing a file and getting a signed URL for it."""

from datetime import datetime

import pytest

from shared.app import App
from shared.config import Settings
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.documents import PDF, a_pdf, announcement, as_person, items_of, put, somebody
from tests.people import counted_requests

MIB = 1024 * 1024


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post("v1/documents", announcement(PDF))
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_viewers_may_not(client: ApiClient, app: App) -> None:
    answer = await as_person(client, app, somebody(Role.VIEWER)).post("v1/documents", announcement(PDF))
    assert (answer.status, answer.code) == (403, "forbidden")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"fileName": ""}, "fileName"),
        ({"fileName": "   "}, "fileName"),
        ({"fileName": "../../etc/passwd"}, "fileName"),
        ({"fileName": "C:\\report.pdf"}, "fileName"),
        ({"fileName": ".."}, "fileName"),
        ({"fileName": "a\u0000b.pdf"}, "fileName"),
        ({"fileName": "a\nb.pdf"}, "fileName"),
        ({"fileName": "a\u2028b.pdf"}, "fileName"),
        ({"fileName": "report\u202efdp.exe"}, "fileName"),
        ({"fileName": "x" * 252 + ".pdf"}, "fileName"),
        ({"fileName": 7}, "fileName"),
        ({"sizeBytes": 0}, "sizeBytes"),
        ({"sizeBytes": -1}, "sizeBytes"),
        ({"sizeBytes": 1.5}, "sizeBytes"),
        ({"sizeBytes": "12"}, "sizeBytes"),
        ({"sizeBytes": True}, "sizeBytes"),
        ({"sizeBytes": 2**63}, "sizeBytes"),
        ({"sha256": "A" * 64}, "sha256"),
        ({"sha256": "a" * 63}, "sha256"),
        ({"sha256": None}, "sha256"),
        ({"contentType": "pdf"}, "contentType"),
        ({"contentType": "text/plain\r\nX-Evil: 1"}, "contentType"),
        ({"title": ""}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"title": "a\u0007b"}, "title"),
        ({"blobName": "elsewhere"}, "blobName"),
        ({"typeId": "x"}, "typeId"),
        ({"tags": ["  "]}, "tags[0]"),
        ({"tags": ["x" * 51]}, "tags[0]"),
        ({"tags": [str(number) for number in range(51)]}, "tags"),
        ({"tags": ["a\u0007b"]}, "tags[0]"),
        ({"fields": {"depth": 1}}, "fields"),
        ({"fields": []}, "fields"),
        ({"number": "A-1"}, "number"),
        ({"number": ""}, "number"),
        ({"discipline": ""}, "discipline"),
    ],
)
async def test_bad_input_names_the_field(client: ApiClient, app: App, change: dict[str, object], field: str) -> None:
    person = somebody()
    answer = await as_person(client, app, person).post("v1/documents", announcement(PDF, **change))
    assert (answer.status, answer.code, answer.fields) == (422, "invalid", {field})
    assert await items_of(app, person.organisation_id) == []


async def test_half_a_character_is_refused(client: ApiClient, app: App) -> None:
    body = b'{"fileName": "a\\ud800.pdf", "sizeBytes": 1, "sha256": "' + b"a" * 64 + b'", "contentType": "a/b"}'
    answer = await as_person(client, app, somebody()).post("v1/documents", content=body)
    assert answer.status in {400, 422}


@pytest.mark.parametrize("missing", ["fileName", "sizeBytes", "sha256", "contentType"])
async def test_everything_but_the_title_is_needed(client: ApiClient, app: App, missing: str) -> None:
    body = announcement(PDF)
    del body[missing]
    answer = await as_person(client, app, somebody()).post("v1/documents", body)
    assert (answer.status, answer.fields) == (422, {missing})


@pytest.mark.parametrize("name", ["setup.exe", "SETUP.EXE", "report.pdf.exe", "run.sh", "macro.vbs", "x.exe. "])
async def test_programs_are_refused_by_name_at_once(client: ApiClient, app: App, name: str) -> None:
    person = somebody()
    answer = await as_person(client, app, person).post("v1/documents", announcement(PDF, name))
    assert (answer.status, answer.code, answer.fields) == (422, "type_not_allowed", {"fileName"})
    assert await items_of(app, person.organisation_id) == []


async def test_files_above_the_limit_are_refused(client: ApiClient, app: App, settings: Settings) -> None:
    caller = as_person(client, app, somebody())
    at_limit = await caller.post("v1/documents", announcement(PDF, sizeBytes=settings.upload_max_bytes))
    assert (at_limit.status, at_limit.json["upload"]["method"]) == (201, "blocks")
    above = await caller.post("v1/documents", announcement(PDF, sizeBytes=settings.upload_max_bytes + 1))
    assert (above.status, above.code, above.fields) == (422, "upload_too_large", {"sizeBytes"})


async def test_the_same_key_announces_once(client: ApiClient, app: App) -> None:
    person = somebody()
    caller = as_person(client, app, person)
    body = announcement(PDF)
    first, again = [await caller.post("v1/documents", body, headers={"Idempotency-Key": "upload-1"}) for _ in range(2)]
    assert (first.status, again.status, first.json) == (201, 201, again.json)
    assert sum(item["kind"] == "document" for item in await items_of(app, person.organisation_id)) == 1


NOTHING_YET = {
    **dict.fromkeys(("number", "siteId", "typeId", "typeVersion", "discipline", "current", "approved", "inReview")),
    **dict.fromkeys(("holds", "guest", "reportId", "shown", "trashedAt")),
    "tags": [],
    "fields": {},
    "acknowledgementRoles": [],
    "addedAcknowledgementRoles": [],
    "status": "draft",
    "reviewRequired": False,
    "isHeld": False,
}
"""What is said of a document that was only announced."""


async def test_a_small_file_goes_up_in_one_put(client: ApiClient, app: App) -> None:
    person = somebody(Role.OPERATOR)
    content = a_pdf(1000)
    answer = await as_person(client, app, person).post(
        "v1/documents", announcement(content, "Daily report – Ålesund 世界 👩‍🔧.pdf", title="Daily report")
    )
    assert answer.status == 201
    document, upload = answer.json["document"], answer.json["upload"]
    assert answer.headers["Location"] == f"/api/v1/documents/{document['id']}"
    assert document == {
        **NOTHING_YET,
        "id": document["id"],
        "title": "Daily report",
        "newest": {
            "number": 1,
            "state": "awaiting_upload",
            "rejection": None,
            "fileName": "Daily report – Ålesund 世界 👩‍🔧.pdf",
            "sizeBytes": 1000,
            "sha256": announcement(content)["sha256"],
            "contentType": "application/pdf",
            "detectedType": None,
        },
        "createdAt": document["createdAt"],
        "createdBy": person.id,
        "updatedAt": document["createdAt"],
        "etag": document["etag"],
    }
    assert (upload["method"], upload["blockSizeBytes"]) == ("single", 0)
    assert 590 < seconds_until(upload["expiresAt"], app) < 610
    assert (await put(upload["url"], content)).status_code == 201


def seconds_until(moment: str, app: App) -> float:
    return (datetime.fromisoformat(moment) - app.now()).total_seconds()


@pytest.mark.parametrize(
    ("size", "method", "block", "minutes"),
    [(32 * MIB, "single", 0, 10), (32 * MIB + 1, "blocks", 8 * MIB, 60)],
)
async def test_large_files_go_up_in_blocks(
    client: ApiClient, app: App, size: int, method: str, block: int, minutes: int
) -> None:
    answer = await as_person(client, app, somebody()).post("v1/documents", announcement(PDF, sizeBytes=size))
    upload = answer.json["upload"]
    assert (upload["method"], upload["blockSizeBytes"]) == (method, block)
    assert abs(seconds_until(upload["expiresAt"], app) - minutes * 60) < 10


async def test_without_a_title_it_is_called_by_its_file_name(client: ApiClient, app: App) -> None:
    answer = await as_person(client, app, somebody()).post("v1/documents", announcement(PDF, "plan.pdf"))
    assert answer.json["document"]["title"] == "plan.pdf"


async def test_names_of_255_letters_are_kept_to_the_letter(client: ApiClient, app: App) -> None:
    name = "n" * 251 + ".pdf"
    answer = await as_person(client, app, somebody()).post("v1/documents", announcement(PDF, name))
    assert answer.json["document"]["newest"]["fileName"] == name


async def test_the_document_its_revision_and_what_happened_are_written_together(client: ApiClient, app: App) -> None:
    person = somebody()
    caller = as_person(client, app, person)
    await caller.post("v1/documents", announcement(PDF))  # the first call of a process learns the partition key
    with counted_requests() as requests:
        answer = await caller.post("v1/documents", announcement(PDF))
    assert requests == ["POST documents"] * 2  # the first looks for duplicates
    items = await items_of(app, person.organisation_id)
    document_id = answer.json["document"]["id"]
    (revision,) = [item for item in items if item.get("documentId") == document_id]
    (activity,) = [item for item in items if item["kind"] == "activity" and item["subjectId"] == document_id]
    assert activity["data"] == {"revisionId": revision["id"], "revision": 1}
    assert (activity["type"], activity["createdBy"]) == ("document.announced", person.id)


async def test_the_server_chooses_where_the_bytes_go(client: ApiClient, app: App) -> None:
    person = somebody()
    answer = await as_person(client, app, person).post("v1/documents", announcement(PDF, "a name.pdf"))
    document, upload = answer.json["document"], answer.json["upload"]
    assert f"/quarantine/{person.organisation_id}/{document['id']}/1?" in upload["url"]
