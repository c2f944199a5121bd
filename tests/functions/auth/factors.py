"""Second factors as tests need them: set up through the API, with the secret at hand."""

from dataclasses import dataclass
from datetime import timedelta

import pyotp

from shared.app import App
from shared.kit.query import Query
from tests.api_client import ApiClient, Response
from tests.people import PASSWORD, Person, a_token

FACTOR = "v1/auth/second-factor"


@dataclass(frozen=True)
class Authenticator:
    """What the person has on their phone, and on paper."""

    app: App
    secret: str
    recovery_codes: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        return self.code_after(0)

    @property
    def wrong_code(self) -> str:
        """One that is not good now, nor a step before or after."""
        good = {self.code_after(step) for step in (-1, 0, 1)}
        return next(code for code in ("000000", "111111", "222222", "333333") if code not in good)

    def code_after(self, steps: int) -> str:
        return pyotp.TOTP(self.secret).at(self.app.now() + steps * timedelta(seconds=30))


async def enrolled(client: ApiClient, app: App, person: Person) -> Authenticator:
    """With a factor confirmed just now: the code of this moment is used up."""
    own = client.signed_in(a_token(app, person))
    begun = await own.post(FACTOR, {"password": PASSWORD})
    assert begun.status == 200
    pending = Authenticator(app, begun.json["secret"])
    confirmed = await own.post(f"{FACTOR}/confirm", {"code": pending.code})
    assert confirmed.status == 200
    return Authenticator(app, pending.secret, tuple(confirmed.json["recoveryCodes"]))


async def sign_in(client: ApiClient, person: Person, password: str = PASSWORD) -> Response:
    return await client.post("v1/auth/sign-in", {"email": person.email, "password": password})


async def challenge_of(client: ApiClient, person: Person, outcome: str = "second_factor") -> str:
    answer = await sign_in(client, person)
    assert (answer.status, answer.json["outcome"]) == (200, outcome)
    return str(answer.json["challenge"])


async def verify(client: ApiClient, challenge: str, **proof: str) -> Response:
    return await client.post(f"{FACTOR}/verify", {"challenge": challenge, **proof})


async def require_second_factor(app: App, person: Person, *roles: str) -> None:
    """The organisation's decision."""
    directory = app.database.container("directory")
    item = await directory.get(person.organisation_id, person.organisation_id)
    policies = {**item["policies"], "signIn": {"secondFactorRoles": list(roles)}}
    await directory.replace({**item, "policies": policies}, item["_etag"])


async def happened(app: App, person: Person, *types: str) -> list[dict[str, object]]:
    """The activities about somebody, oldest first; all types when none is named."""
    query = Query(
        "SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @user ORDER BY c.createdAt, c.id",
        {"@user": person.id},
    )
    rows = await app.database.container("directory").query(query, person.organisation_id, limit=200)
    return [row for row in rows if not types or row["type"] in types]
