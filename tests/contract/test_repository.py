"""What the kit relies on of Cosmos, against the endpoint of COSMOS_TEST_ENDPOINT and COSMOS_TEST_KEY, or the server in this process.

The database of `infra/data.json` is made where it is missing; every test works in an organisation of its own.
"""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from local.provision import definition, provision_cosmos
from shared.errors import AlreadyExists, CursorInvalid, NotFound, StaleVersion
from shared.kit.cosmos import Container, CosmosSettings, Database, Write
from shared.kit.ids import new_id
from shared.kit.paging import Condition, PageRequest, Sort
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository
from shared.organisations.model import Organisation
from tests.settings import COSMOS_KEY

pytestmark = pytest.mark.contract
NOW = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)


class Organisations(Repository[Organisation]):
    entity = Organisation
    kind = "organisation"


@pytest.fixture(scope="module")
async def directory(cosmos_engine: Engine) -> AsyncIterator[Container]:
    endpoint = os.environ.get("COSMOS_TEST_ENDPOINT")
    key = os.environ.get("COSMOS_TEST_KEY", COSMOS_KEY)
    transport = None if endpoint else AsyncEngineTransport(cosmos_engine)
    connection = f"AccountEndpoint={endpoint or 'http://contract.test/'};AccountKey={key};"
    await provision_cosmos(connection, transport=AsyncEngineTransport(cosmos_engine) if transport else None)
    database = Database(CosmosSettings(definition()["database"], connection), transport=transport)
    yield database.container("directory")
    await database.close()


@pytest.fixture
def organisations(directory: Container) -> Organisations:
    return Organisations(directory)


def an_organisation(tenant: str, name: str = "Alpha") -> Organisation:
    return Organisation(
        id=new_id(),
        organisation_id=tenant,
        created_at=NOW,
        updated_at=NOW,
        created_by="system",
        name=name,
        time_zone="UTC",
    )


def told(happened: str, subject: Organisation) -> Activity:
    return Activity.of(happened, subject, actor="system", at=NOW)


async def test_what_is_written_is_read_back_with_its_version(organisations: Organisations):
    made = await organisations.create(an_organisation(new_id()))
    assert made.etag
    assert await organisations.get(made.organisation_id, made.id) == made


async def test_an_entity_and_its_activity_are_written_together(organisations: Organisations, directory: Container):
    wanted = an_organisation(new_id())
    await organisations.create(wanted, told("organisation.created", wanted))
    query = Query("SELECT * FROM c WHERE c.kind = @kind", {"@kind": "activity"})
    rows = await directory.query(query, wanted.organisation_id, limit=10)
    assert [(row["type"], row["subjectId"]) for row in rows] == [("organisation.created", wanted.id)]


async def test_a_stale_change_writes_neither_entity_nor_activity(organisations: Organisations, directory: Container):
    first = await organisations.create(an_organisation(new_id()))
    await organisations.replace(first.changed(NOW, name="Beta"))
    with pytest.raises(StaleVersion):
        await organisations.replace(first.changed(NOW, name="Gamma"), told("organisation.renamed", first))
    assert (await organisations.get(first.organisation_id, first.id)).name == "Beta"
    query = Query("SELECT * FROM c WHERE c.kind = @kind", {"@kind": "activity"})
    assert await directory.query(query, first.organisation_id, limit=10) == []


async def test_the_same_id_cannot_be_created_twice(organisations: Organisations):
    made = an_organisation(new_id())
    await organisations.create(made)
    with pytest.raises(AlreadyExists):
        await organisations.create(made)


async def test_another_organisation_finds_nothing(organisations: Organisations):
    made = await organisations.create(an_organisation(new_id()))
    with pytest.raises(NotFound):
        await organisations.get(new_id(), made.id)


async def test_replacing_what_is_gone_is_not_found(organisations: Organisations, directory: Container):
    made = await organisations.create(an_organisation(new_id()))
    await directory.delete(made.id, made.organisation_id)
    await directory.delete(made.id, made.organisation_id)
    with pytest.raises(NotFound):
        await organisations.replace(made.changed(NOW, name="Beta"))


async def test_a_batch_is_all_or_nothing(directory: Container):
    tenant = new_id()
    first, second = an_organisation(tenant).to_item(), an_organisation(tenant).to_item()
    await directory.batch(tenant, [Write("create", first)])
    with pytest.raises(AlreadyExists):
        await directory.batch(tenant, [Write("create", second), Write("create", first)])
    assert await directory.find(second["id"], tenant) is None


async def test_a_batch_deletes_only_what_was_read(organisations: Organisations, directory: Container):
    tenant = new_id()
    read = await organisations.create(an_organisation(tenant), told("organisation.created", an_organisation(tenant)))
    newer = await organisations.replace(read.changed(NOW, name="Beta"))
    beside = Write("create", an_organisation(tenant).to_item())
    with pytest.raises(StaleVersion):
        await directory.batch(tenant, [Write("delete", {"id": read.id}, read.etag), beside])
    assert await directory.find(beside.item["id"], tenant) is None
    await directory.batch(tenant, [Write("delete", {"id": read.id}, newer.etag), beside])
    assert await directory.find(read.id, tenant) is None


@pytest.mark.parametrize("sort", ["name", "-name", "createdAt", "-createdAt", "id", "-id"])
async def test_pages_show_every_row_once_in_order(organisations: Organisations, sort: str):
    tenant = new_id()
    for name in ("delta", "alpha", "beta", "alpha", "ärlig", "Zulu", "beta"):
        await organisations.create(an_organisation(tenant, name))
    seen, cursor = [], None
    while True:
        page = await organisations.list_page(tenant, PageRequest(Sort.parse(sort), 3, cursor))
        seen += [(row.name, row.id) for row in page.items]
        if (cursor := page.next_cursor) is None:
            break
    assert len({item_id for _, item_id in seen}) == len(seen) == 7
    if sort.endswith("name"):
        assert seen == sorted(seen, reverse=sort.startswith("-"))


async def test_conditions_and_cursors_are_checked(organisations: Organisations):
    tenant = new_id()
    for name in ("alpha", "beta"):
        await organisations.create(an_organisation(tenant, name))
    named = [Condition("c.name = @name", {"@name": "beta"})]
    page = await organisations.list_page(tenant, PageRequest(Sort("name")), named)
    assert [row.name for row in page.items] == ["beta"]
    with pytest.raises(CursorInvalid):
        await organisations.list_page(tenant, PageRequest(Sort("name"), cursor="nonsense"))
