"""Numbers of documents: never twice, without gaps, and taken only together with their document."""

import asyncio
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from shared.app import App
from shared.document_types.errors import DocumentNumberTaken
from shared.document_types.numbers import Allocation, Numbers, Owner
from shared.errors import AlreadyExists, Invalid, StaleVersion, Unavailable
from shared.kit.cosmos import Write
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.document_types import a_type, everybody_at_once
from tests.people import counted_requests

DRILLING = a_type()
BY_HAND = a_type(manual_numbers=True)
NOTHING: dict[str, Any] = {"year": 2026, "site": None, "discipline": None, "manual": None}


def an_owner(organisation_id: str = "") -> Owner:
    return Owner(organisation_id or new_id(), new_id(), new_id())


async def numbered(numbers: Numbers, owner: Owner, kept_to: Any = DRILLING, **update: Any) -> str:
    """A document in one batch with its number, as the repository of documents stores it."""

    async def choose() -> Allocation:
        return await numbers.choose(owner, kept_to, **{**NOTHING, **update})

    async def store(allocation: Allocation) -> str:
        document = {"id": owner.document_id, "organisationId": owner.organisation_id, "kind": "test"}
        await numbers.container.batch(owner.organisation_id, [Write("create", document), *allocation.writes])
        return allocation.number

    return await numbers.give(choose, store)


async def test_numbers_follow_each_other(app: App) -> None:
    organisation = new_id()
    got = [await numbered(app.documents.numbers, an_owner(organisation)) for _ in range(3)]
    assert got == ["DRL-2026-0001", "DRL-2026-0002", "DRL-2026-0003"]


async def test_each_year_type_and_organisation_counts_for_itself(app: App) -> None:
    numbers, organisation = app.documents.numbers, new_id()
    assert await numbered(numbers, an_owner(organisation)) == "DRL-2026-0001"
    assert await numbered(numbers, an_owner(organisation), year=2027) == "DRL-2027-0001"
    assert await numbered(numbers, an_owner(organisation), a_type(code="LOG")) == "LOG-2026-0001"
    assert await numbered(numbers, an_owner()) == "DRL-2026-0001"


async def test_fifty_at_once_get_fifty_numbers_without_a_gap(app: App) -> None:
    organisation = new_id()
    with counted_requests() as made, everybody_at_once():
        got = await asyncio.gather(*(numbered(app.documents.numbers, an_owner(organisation)) for _ in range(50)))
    assert sorted(got) == [f"DRL-2026-{number:04d}" for number in range(1, 51)]
    assert made.count("POST documents") > 50  # some met each other


@settings(
    max_examples=5, deadline=None, phases=[Phase.generate]
)  # a failure says its plan; making it smaller takes minutes
@given(
    plan=st.lists(
        st.sampled_from([None, "DRL-2026-0002", "drl-2026-0003", "DRL-2026-0005", "X"]), min_size=50, max_size=50
    )
)
def test_by_hand_and_in_turn_at_once_no_number_is_given_twice(plan: list[str | None]) -> None:
    """Fifty documents, some of which want the same numbers: every document has one or was refused, none has another's."""
    outcomes = asyncio.run(_carried_out(plan))
    given_out = [number.casefold() for number in outcomes if isinstance(number, str)]
    assert len(given_out) == len(set(given_out))
    refused = [wanted for wanted, outcome in zip(plan, outcomes, strict=True) if not isinstance(outcome, str)]
    assert None not in refused
    assert all(isinstance(outcome, str | DocumentNumberTaken) for outcome in outcomes)


async def test_a_number_by_hand_is_skipped_when_its_turn_comes(app: App) -> None:
    numbers, organisation = app.documents.numbers, new_id()
    for taken in ("DRL-2026-0001", "drl-2026-0002", "DRL-2026-0004"):
        await numbered(numbers, an_owner(organisation), BY_HAND, manual=taken)
    got = [await numbered(numbers, an_owner(organisation)) for _ in range(3)]
    assert got == ["DRL-2026-0003", "DRL-2026-0005", "DRL-2026-0006"]


async def test_a_long_row_of_numbers_by_hand_is_passed_in_few_requests(app: App) -> None:
    numbers, organisation = app.documents.numbers, new_id()
    row = [f"DRL-2026-{number:04d}" for number in range(1, 251)]
    await asyncio.gather(*(numbered(numbers, an_owner(organisation), BY_HAND, manual=number) for number in row))
    with counted_requests() as made:
        assert await numbered(numbers, an_owner(organisation)) == "DRL-2026-0251"
    assert len(made) == 6  # two reads, three questions, one batch


async def test_a_number_in_its_turn_costs_two_reads_and_no_write_of_its_own(app: App) -> None:
    await numbered(app.documents.numbers, an_owner())  # a process learns the partition key once
    with counted_requests() as made:
        await numbered(app.documents.numbers, an_owner())
    assert made == ["GET documents", "GET documents", "POST documents"]


async def test_a_number_by_hand_just_before_numbers_get_too_long_is_skipped_too(app: App) -> None:
    numbers, organisation, prefix = app.documents.numbers, new_id(), "x" * 59
    kept_to = a_type(number_pattern=prefix + "{seq:1}", manual_numbers=True)
    for _ in range(6):
        await numbered(numbers, an_owner(organisation), kept_to)
    await numbered(numbers, an_owner(organisation), kept_to, manual=prefix + "7")
    assert await numbered(numbers, an_owner(organisation), kept_to) == prefix + "8"
    assert await numbered(numbers, an_owner(organisation), kept_to) == prefix + "9"
    with pytest.raises(Invalid) as refused:
        await numbered(numbers, an_owner(organisation), kept_to)
    assert [fault.field for fault in refused.value.fields] == ["number"]


@pytest.mark.parametrize("again", ["PC-1", "pc-1", " PC-1 ", "\uff30\uff23-1"])
async def test_a_number_by_hand_belongs_to_one_document_however_it_is_written(app: App, again: str) -> None:
    numbers, first = app.documents.numbers, an_owner()
    assert await numbered(numbers, first, BY_HAND, manual="PC-1") == "PC-1"
    with pytest.raises(DocumentNumberTaken):
        await numbered(numbers, an_owner(first.organisation_id), BY_HAND, manual=again)
    assert (await numbers.reserve(first, again)).writes == ()
    assert await numbered(numbers, an_owner(), BY_HAND, manual=again)


async def test_of_many_who_want_one_number_one_gets_it(app: App) -> None:
    organisation = new_id()
    wanted = (numbered(app.documents.numbers, an_owner(organisation), BY_HAND, manual="PC-1") for _ in range(10))
    with everybody_at_once():
        outcomes = await asyncio.gather(*wanted, return_exceptions=True)
    assert outcomes.count("PC-1") == 1
    assert sum(isinstance(outcome, DocumentNumberTaken) for outcome in outcomes) == 9


async def test_numbers_by_hand_only_where_the_type_lets_them(app: App) -> None:
    with pytest.raises(Invalid) as refused:
        await numbered(app.documents.numbers, an_owner(), DRILLING, manual="PC-1")
    assert [(fault.field, fault.code) for fault in refused.value.fields] == [("number", "not_by_hand")]


async def test_patterns_that_make_the_same_numbers_share_none(app: App) -> None:
    """`A-{seq:1}` comes to A-11 as `A-1{seq:1}` does."""
    numbers, organisation = app.documents.numbers, new_id()
    wide, narrow = a_type(number_pattern="A-{seq:1}"), a_type(number_pattern="A-1{seq:1}")
    kinds = [narrow, narrow, *[wide] * 14]
    got = [await numbered(numbers, an_owner(organisation), kept_to) for kept_to in kinds]
    assert len(set(got)) == len(kinds)


async def test_a_batch_that_fails_takes_no_number(app: App) -> None:
    numbers, first = app.documents.numbers, an_owner()
    await numbered(numbers, first)
    with pytest.raises(AlreadyExists):  # the document is there already; that is no matter of numbers and passes through
        await numbered(numbers, first)
    query = Query("SELECT VALUE c.number FROM c WHERE c.kind = 'documentNumber'")
    assert await numbers.container.query(query, first.organisation_id, limit=9) == ["DRL-2026-0001"]
    assert await numbered(numbers, an_owner(first.organisation_id)) == "DRL-2026-0002"


async def test_whoever_is_always_too_late_is_told_to_come_again(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers, organisation = app.documents.numbers, new_id()
    monkeypatch.setattr("shared.document_types.numbers.GIVE_ATTEMPTS", 3)
    owner = an_owner(organisation)

    async def choose() -> Allocation:
        return await numbers.choose(owner, DRILLING, **NOTHING)

    async def outrun(_: Allocation) -> None:
        await numbered(numbers, an_owner(organisation))
        raise StaleVersion

    with pytest.raises(Unavailable) as refused:
        await numbers.give(choose, outrun)
    assert refused.value.retry_after == 1


async def _carried_out(plan: list[str | None]) -> list[Any]:
    """In a loop and a database of its own: the fixtures' app belongs to another loop."""
    from local.cosmos.engine import Engine
    from local.cosmos.options import Options
    from local.cosmos.transport import AsyncEngineTransport
    from local.provision import definition, provision_cosmos
    from shared.kit.clock import utc_now
    from shared.kit.cosmos import CosmosSettings, Database
    from tests.settings import COSMOS_KEY

    engine = Engine.open(":memory:", Options(ranges=2))
    connection = f"AccountEndpoint=http://numbers.test/;AccountKey={COSMOS_KEY};"
    await provision_cosmos(connection, transport=AsyncEngineTransport(engine))
    database = Database(CosmosSettings(definition()["database"], connection), transport=AsyncEngineTransport(engine))
    numbers, organisation = Numbers(database.container("documents"), utc_now), new_id()
    try:
        wanted = (numbered(numbers, an_owner(organisation), BY_HAND, manual=number) for number in plan)
        with everybody_at_once():
            return await asyncio.gather(*wanted, return_exceptions=True)
    finally:
        await database.close()
        engine.close()
