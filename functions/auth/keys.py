"""The public keys that our access tokens verify with, for partners who are handed such a token."""

from typing import Literal

from shared.app import App
from shared.kit.http import Answer, Api, anonymous
from shared.kit.model import Out

CACHED = 300  # seconds; a new key is published longer than this before it signs (docs/runbooks/rotate-keys.md)

api = Api("Auth")


class SigningKeyOut(Out):
    """A JSON Web Key (RFC 7517), public parts only."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    use: Literal["sig"]
    alg: Literal["ES256"]
    kid: str
    x: str
    y: str


class SigningKeysOut(Out):
    keys: list[SigningKeyOut]


@api.get("v1/auth/keys", summary="Public keys of access tokens", auth=anonymous("public keys are no secret"))
async def list_signing_keys(app: App) -> Answer[SigningKeysOut]:
    """A JSON Web Key Set. Keep it for 5 minutes, and ask again, at most twice a minute, for a token with a `kid` that is not in it.
    Accept a token when its header says `alg` ES256 and `typ` at+jwt, the signature fits the key of its `kid`, `aud` is petroconnect-api,
    `iss` is this deployment's, and `exp` lies ahead. Only `get_me` knows of sessions that ended early.
    """
    keys = [SigningKeyOut.model_validate(key) for key in app.identity.tokens.published_keys]
    return Answer(SigningKeysOut(keys=keys), headers=(("Cache-Control", f"public, max-age={CACHED}"),))
