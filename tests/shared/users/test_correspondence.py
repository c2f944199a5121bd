"""From what happened to the letter in somebody's box, through the queue and a mail server."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.config import Settings
from shared.errors import Unavailable
from shared.identity.errors import LinkInvalid
from shared.identity.letters import NOTICES
from shared.identity.links import LIFE, Purpose
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.jobs import Job
from shared.organisations.model import OrganisationDraft
from shared.users.correspondence import NEWS, ORDERS
from shared.users.model import User, UserChange, UserDraft, UserStatus
from shared.users.work import LETTERS_QUEUE
from tests.conftest import Clock, Queues
from tests.letters import PostOffice, a_post_office, activities_of, letters_to, token_in
from tests.people import Person, an_admin, an_email


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    async with a_post_office() as opened:
        yield opened


@pytest.fixture
async def posting(settings: Settings, office: PostOffice, clock: Clock, cosmos_engine: Engine) -> AsyncIterator[App]:
    """The product with a mail server."""
    update = {
        "smtp_host": "127.0.0.1",
        "smtp_port": office.port,
        "smtp_security": "none",
        "page_url": "https://p.example/",
    }
    built = build_app(
        settings.model_copy(update=update), now=clock, cosmos_transport=AsyncEngineTransport(cosmos_engine)
    )
    yield built
    await built.close()


async def invited(app: App, admin: Person, name: str = "Nora New") -> User:
    return await app.users.service.invite(admin.actor, UserDraft(an_email("new"), name, Role.OPERATOR, None))


async def ordered(app: App, user: User, queues: Queues) -> list[Job]:
    """What the change feed puts into the queue."""
    await app.users.correspondence.follow(await activities_of(app, user.organisation_id, user.id))
    return await queues.take(LETTERS_QUEUE)


async def test_an_invitation_becomes_one_letter_with_a_link_that_works(
    posting: App, office: PostOffice, queues: Queues
) -> None:
    user = await invited(posting, await an_admin(posting, "Nordic Wells"))
    (job,) = await ordered(posting, user, queues)
    await posting.users.correspondence.write(job)
    (envelope,), (message,) = office.envelopes, office.messages
    assert envelope.rcpt_tos == [user.email]
    assert message["To"] == user.email
    assert message["Subject"] == "Nordic Wells invites you to PetroConnect"
    text, page = (part.get_content() for part in message.iter_parts())
    assert text.startswith("Hello Nora New,")
    (url,) = re.findall(r"https?://\S+", text)
    assert url.startswith("https://p.example/invitation#")
    assert f'href="{url}"' in page
    member = await posting.users.invitations.read(token_in(text))
    assert member.user_id == user.id


async def test_the_link_is_in_the_letter_and_nowhere_else(
    posting: App, office: PostOffice, queues: Queues, caplog: pytest.LogCaptureFixture, cosmos_engine: Engine
) -> None:
    user = await invited(posting, await an_admin(posting))
    (job,) = await ordered(posting, user, queues)
    with caplog.at_level("DEBUG"), caplog.at_level("DEBUG", "azure"):
        await posting.users.correspondence.write(job)
    secret = token_in(office.messages[0].get_body(("plain",)).get_content()).rpartition(".")[2]  # type: ignore[union-attr]
    assert secret not in job.model_dump_json() and user.email not in job.model_dump_json()
    said = [record.getMessage() for record in caplog.records if record.name != "mail.log"]  # the mail server's own
    assert said and secret not in "".join(said)
    for name, value in office.messages[0].items():
        assert secret not in value, name
    for container in ("sessions", "directory", "identities", "idempotency"):
        rows = posting.database.proxy(container).query_items("SELECT * FROM c")
        assert secret not in str([row async for row in rows]), container


async def test_sent_twice_it_is_the_same_letter(posting: App, office: PostOffice, queues: Queues) -> None:
    user = await invited(posting, await an_admin(posting))
    jobs = [*await ordered(posting, user, queues), *await ordered(posting, user, queues)]
    for job in jobs:
        await posting.users.correspondence.write(job)
    first, second = office.messages
    assert first["Message-ID"] == second["Message-ID"]
    assert [part.get_content() for part in first.iter_parts()] == [part.get_content() for part in second.iter_parts()]


async def test_while_the_mail_server_is_down_the_job_fails_and_is_done_later(
    posting: App, office: PostOffice, queues: Queues
) -> None:
    user = await invited(posting, await an_admin(posting))
    (job,) = await ordered(posting, user, queues)
    office.refusals += ["451 not now", "421 closing"]
    for _ in range(2):
        with pytest.raises(Unavailable):
            await posting.users.correspondence.write(job)
    await posting.users.correspondence.write(job)
    assert len(office.messages) == 1


async def test_a_letter_nobody_takes_is_on_record(posting: App, queues: Queues) -> None:
    user = await invited(posting, await an_admin(posting))
    (job,) = await ordered(posting, user, queues)
    await posting.users.correspondence.give_up(job)
    failed = (await activities_of(posting, user.organisation_id, user.id))[-1]
    assert (failed["type"], failed["data"]) == ("user.letter_failed", {"letter": "user.invited"})
    assert failed["type"] not in ORDERS  # or it would ask for a letter about the letter


@pytest.mark.parametrize(
    "name",
    [
        'Doe, "Jo" <evil@x.example>',
        'Doe, evil@x.example, "Jo" <evil@x.example>; ' * 2,
        "=?utf-8?q?x=0ABcc:_evil=40x.example?=",
        "<script>alert(1)</script>",
        "{organisation} {0} %s",
        "Åse 漢字 עברית",
        "Bcc: evil@x.example",
    ],
)
async def test_no_name_becomes_a_header_a_recipient_or_markup(
    posting: App, office: PostOffice, queues: Queues, name: str
) -> None:
    admin = await an_admin(posting, name)
    user = await invited(posting, admin, name)
    (job,) = await ordered(posting, user, queues)
    await posting.users.correspondence.write(job)
    (envelope,), (message,) = office.envelopes, office.messages
    assert envelope.rcpt_tos == [user.email]
    assert [address.addr_spec for address in message["To"].addresses] == [user.email]
    assert not {"bcc", "cc", "reply-to"} & {header.lower() for header in message}
    text, page = (part.get_content() for part in message.iter_parts())
    assert f"Hello {name}," in text and f"{name} invites you" in text
    assert "<script" not in page and page.count("<a ") == 1


async def test_a_name_with_line_breaks_from_an_older_version_cannot_break_out(
    posting: App, office: PostOffice, queues: Queues
) -> None:
    """Today's input refuses them; the letter does not rely on it."""
    draft = OrganisationDraft("Alpha\r\nBcc: evil@x.example", "Europe/Oslo", an_email(), "Ada\r\nAdmin")
    organisation, admin_id = await posting.organisations.create(draft)
    user = await posting.users.service.users.get(organisation.id, admin_id)
    (job,) = await ordered(posting, user, queues)
    await posting.users.correspondence.write(job)
    (message,) = office.messages
    assert message["Subject"] == "Alpha Bcc: evil@x.example invites you to PetroConnect"
    assert "Bcc" not in message
    assert office.envelopes[0].rcpt_tos == [user.email]


async def test_no_invitation_goes_to_who_is_gone_or_has_joined(app: App) -> None:
    admin = await an_admin(app)
    assert await letters_to(app, admin.organisation_id, admin.id) == []
    user = await invited(app, admin)
    await app.users.service.erase(admin.actor, user.id)
    assert await letters_to(app, user.organisation_id, user.id) == []


async def test_an_invitation_that_was_taken_back_has_a_link_that_does_nothing(app: App) -> None:
    admin = await an_admin(app)
    user = await invited(app, admin)
    (before,) = await letters_to(app, user.organisation_id, user.id)
    await app.users.service.change(admin.actor, user.id, UserChange({"status": UserStatus.DEACTIVATED}), user.etag)
    with pytest.raises(LinkInvalid):
        await app.users.invitations.read(token_in(before.text))


@pytest.mark.parametrize("happened", sorted(NOTICES))
async def test_a_notice_has_no_link(app: App, happened: str) -> None:
    admin = await an_admin(app)
    await app.users.service.record(happened, admin.organisation_id, admin.id)
    (letter,) = await letters_to(app, admin.organisation_id, admin.id)
    assert (letter.to, letter.subject) == (admin.email, NOTICES[happened].subject)
    assert "http" not in letter.text and "<a " not in letter.html


async def test_a_feed_read_again_from_its_beginning_sends_nothing_old(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    user = await invited(app, admin)
    await app.users.service.record("user.password_changed", admin.organisation_id, admin.id)
    await app.users.service.record("user.password_reset_requested", admin.organisation_id, admin.id)
    clock.advance(seconds=LIFE[Purpose.PASSWORD_RESET].total_seconds())
    assert [letter.subject for letter in await letters_to(app, admin.organisation_id, admin.id)] == [
        NOTICES["user.password_changed"].subject
    ]
    clock.advance(seconds=NEWS.total_seconds())
    assert await letters_to(app, admin.organisation_id, admin.id) == []
    assert len(await letters_to(app, user.organisation_id, user.id)) == 1
    clock.advance(seconds=LIFE[Purpose.INVITATION].total_seconds())
    assert await letters_to(app, user.organisation_id, user.id) == []


async def test_what_asks_for_no_letter_gets_none(app: App, queues: Queues) -> None:
    items = [
        {"kind": "user", "id": new_id()},
        {"kind": "activity", "type": "user.signed_in"},
        {"kind": "activity", "type": "organisation.created"},
        {"id": "admins"},
    ]
    await app.users.correspondence.follow(items)
    assert await queues.take(LETTERS_QUEUE) == []


async def test_without_a_mail_server_the_job_fails_until_there_is_one(app: App) -> None:
    user = await invited(app, await an_admin(app))
    (activity,) = await activities_of(app, user.organisation_id, user.id)
    job = Job.of("user.invited", user.organisation_id, user.id, activityId=activity["id"])
    with pytest.raises(Unavailable, match="SMTP_HOST"):
        await replace(app.users.correspondence).write(job)
