"""GET /auth/keys, and a partner who verifies with nothing else."""

import json

import jwt

from shared.app import App
from shared.identity.tokens import AUDIENCE
from tests.api_client import ApiClient
from tests.people import a_token, an_admin, counted_requests
from tests.settings import signing_key


async def test_they_are_open_cacheable_and_cost_no_request(client: ApiClient) -> None:
    with counted_requests() as made:
        answer = await client.get("v1/auth/keys")
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert made == []


async def test_nothing_private_is_among_them(client: ApiClient, app: App) -> None:
    (key,) = (await client.get("v1/auth/keys")).json["keys"]
    assert key == {name: value for name, value in signing_key("k1").items() if name != "d"}
    assert set(key) == {"kty", "crv", "use", "alg", "kid", "x", "y"}
    assert json.loads(app.settings.token_signing_keys)["keys"][0]["d"] not in json.dumps(key)


async def test_a_partner_verifies_a_token_with_them_alone(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    token = a_token(app, admin)
    published = jwt.PyJWKSet.from_dict((await client.get("v1/auth/keys")).json)
    key = published[jwt.get_unverified_header(token)["kid"]]
    claims = jwt.decode(token, key, ["ES256"], audience=AUDIENCE, issuer="petroconnect")
    assert (claims["sub"], claims["org"]) == (admin.id, admin.organisation_id)
