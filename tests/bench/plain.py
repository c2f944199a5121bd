"""The same point read with nothing around it: verify the token, ask Cosmos, answer."""

import json
import os

import jwt
from azure.cosmos.aio import CosmosClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

_KEYS = {key["kid"]: jwt.PyJWK(key).key.public_key() for key in json.loads(os.environ["BENCH_TOKENS"])["keys"]}
_clients: list[CosmosClient] = []


async def read(request: Request) -> JSONResponse:
    token = request.headers["authorization"].removeprefix("Bearer ")
    kid = jwt.get_unverified_header(token)["kid"]
    jwt.decode(token, _KEYS[kid], algorithms=["ES256"], options={"verify_aud": False})
    if not _clients:
        _clients.append(CosmosClient(os.environ["BENCH_COSMOS"], os.environ["BENCH_KEY"]))
    container = _clients[0].get_database_client("petroconnect").get_container_client("documents")
    item = await container.read_item(request.path_params["document"], request.path_params["organisation"])
    return JSONResponse(dict(item))


async def live(_request: Request) -> JSONResponse:
    return JSONResponse({})


app = Starlette(routes=[Route("/live", live), Route("/{organisation}/{document}", read)])
