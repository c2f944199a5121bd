"""POST /bulk-operations with `acknowledge`: who asks says that they have read what was in force then."""

from shared.app import App
from shared.bulk.actions import AcknowledgeDocuments
from shared.identity.permissions import Permission
from tests.api_client import ApiClient
from tests.bulk import an_operation, outcomes, worked_off
from tests.conftest import Clock
from tests.documents import a_verified, happened
from tests.people import an_api_key
from tests.reading import a_crew

READ = AcknowledgeDocuments(type="acknowledge")


async def test_everything_that_is_asked_is_acknowledged_once(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    one, other = await crew.a_document("One"), await crew.a_document("Other")
    plain, gone = await a_verified(app, crew.admin.actor), await crew.a_document("Gone")
    await app.documents.service.trash(crew.admin.actor, gone.id, gone.etag)
    await app.documents.acknowledgements.acknowledge(crew.olga.actor, other.id)
    operation = await an_operation(app, crew.olga, one, other, plain, gone, action=READ)
    done = await worked_off(app, operation)
    expected = {one.id: "done", other.id: "unchanged", plain.id: "not_asked", gone.id: "in_the_trash"}
    assert await outcomes(app, done) == expected
    assert await crew.due(crew.olga) == []
    assert len(await crew.due(crew.omar)) == 2
    assert (await happened(app, one)).count("document.acknowledged") == 1


async def test_what_came_into_force_since_was_not_read(client: ApiClient, app: App, clock: Clock) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    tried = await worked_off(app, await an_operation(app, crew.olga, document, action=READ, dry_run=True))
    assert await outcomes(app, tried) == {document.id: "done"}
    assert await crew.due(crew.olga) != []
    clock.advance(minutes=1)
    await crew.a_revision(document, "second")
    done = await worked_off(app, await app.bulk.service.carry_out(crew.olga.actor, tried.id))
    assert await outcomes(app, done) == {document.id: "not_in_force"}


async def test_machines_read_nothing(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    _, token = await an_api_key(app, crew.admin, Permission.DOCUMENTS_READ)
    body = {"action": {"type": "acknowledge"}, "selection": {"ids": [document.id]}, "dryRun": False}
    answer = await client.signed_in(token).post("v1/bulk-operations", body)
    assert (answer.status, answer.code) == (403, "persons_only")
