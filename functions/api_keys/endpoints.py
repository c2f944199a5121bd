"""API keys: how machines of the caller's organisation come in."""

from http import HTTPStatus

from functions.api_keys.schemas import (
    ApiKeyChangeIn,
    ApiKeyIn,
    ApiKeyList,
    ApiKeyOut,
    ApiKeyPage,
    NewApiKeyOut,
    RotationIn,
)
from shared.api_keys.errors import ApiKeyEnded, ApiKeyWithoutSecret, MachineTaken
from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("API keys")

READ = requires(Permission.API_KEYS_READ)
WRITE = requires(Permission.API_KEYS_WRITE)


@api.post(
    "v1/api-keys",
    summary="Create an API key",
    auth=WRITE,
    status=HTTPStatus.CREATED,
    location="v1/api-keys/{id}",
    errors=(MachineTaken,),
    idempotent=False,
)
async def create_api_key(body: ApiKeyIn, actor: Actor, app: App) -> NewApiKeyOut:
    """For a machine: at most what the caller may, for at most a year. The secret is shown now and never again."""
    key, secret = await app.api_keys.create(actor, body.to_draft())
    return NewApiKeyOut.of(key, app.now(), secret=secret)


@api.get("v1/api-keys", summary="List API keys", auth=READ)
async def list_api_keys(query: ApiKeyList, actor: Actor, app: App) -> ApiKeyPage:
    """One page of the organisation's API keys, without their secrets."""
    page = await app.api_keys.list_page(actor, query.page_request(query.sort), query.state)
    return ApiKeyPage(items=[ApiKeyOut.of(key, app.now()) for key in page.items], next_cursor=page.next_cursor)


@api.get("v1/api-keys/{key_id:length(26)}", summary="Read an API key", auth=READ)
async def get_api_key(key_id: Id, actor: Actor, app: App) -> ApiKeyOut:
    """One API key, without its secret."""
    return ApiKeyOut.of(await app.api_keys.get(actor, key_id), app.now())


@api.patch("v1/api-keys/{key_id:length(26)}", summary="Rename an API key", auth=WRITE, errors=(StaleVersion,))
async def change_api_key(key_id: Id, body: ApiKeyChangeIn, if_match: str, actor: Actor, app: App) -> ApiKeyOut:
    """What a key may do never changes: create another."""
    return ApiKeyOut.of(await app.api_keys.rename(actor, key_id, body.name, if_match), app.now())


@api.post(
    "v1/api-keys/{key_id:length(26)}/rotate",
    summary="Replace the secret of an API key",
    auth=WRITE,
    errors=(StaleVersion, ApiKeyEnded, ApiKeyWithoutSecret),
    idempotent=False,
)
async def rotate_api_key(key_id: Id, body: RotationIn, if_match: str, actor: Actor, app: App) -> NewApiKeyOut:
    """A new secret, shown now and never again. The old one ends at once, or after `overlapHours`."""
    key, secret = await app.api_keys.rotate(actor, key_id, body.overlap, if_match)
    return NewApiKeyOut.of(key, app.now(), secret=secret)


@api.delete("v1/api-keys/{key_id:length(26)}", summary="Revoke an API key", auth=WRITE, status=HTTPStatus.NO_CONTENT)
async def delete_api_key(key_id: Id, actor: Actor, app: App) -> None:
    """It works no more, within seconds everywhere. The key stays on record; revoking twice is fine."""
    await app.api_keys.revoke(actor, key_id)
