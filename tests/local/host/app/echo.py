"""Functions that show the request they got, or answer in every way there is."""

import asyncio
import http
import json
import os
import threading
import time

import azure.functions as func

echo = func.Blueprint()
finished: list[str] = []


def answer(content: object) -> func.HttpResponse:
    return func.HttpResponse(json.dumps(content), mimetype="application/json")


@echo.route(route="echo/{*rest}")
async def echo_request(req: func.HttpRequest) -> func.HttpResponse:
    body = req.get_body()
    shown = {
        "method": req.method,
        "url": req.url,
        "params": dict(req.params),
        "headers": dict(req.headers),
        "upper": req.headers.get("X-Mixed-Case"),
        "body_type": type(body).__name__,
        "body": list(body[:300]),
        "size": len(body),
    }
    return answer(shown)


@echo.route(route="form", methods=["POST"])
async def echo_form(req: func.HttpRequest) -> func.HttpResponse:
    files = {name: [file.filename, len(file.read())] for name, file in req.files.items()}
    return answer({"form": dict(req.form), "files": files})


@echo.route(route="bytes")
async def echo_bytes(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(req.get_body(), mimetype="application/octet-stream")


@echo.route(route="return/{kind}")
async def return_kind(req: func.HttpRequest):
    kinds = {
        "none": None,
        "dict": {"a": 1},
        "bytes": b"bytes",
        "text": "plain é",
        "json-response": '{"body": "inner", "status": 418, "headers": {"X-Inner": "yes"}}',
        "json-object": '{"a": [1, {}], "b": "é"}',
        "json-number": "5",
    }
    return kinds[req.route_params["kind"]]


@echo.route(route="status/{code:int}")
async def return_status(req: func.HttpRequest) -> func.HttpResponse:
    code = int(req.route_params["code"])
    return func.HttpResponse(
        None if code in (204, 304) else "x", status_code=http.HTTPStatus(code), headers={"Location": "/there"}
    )


@echo.route(route="type/{kind}")
async def return_type(req: func.HttpRequest) -> func.HttpResponse:
    kinds = {
        "default": func.HttpResponse("x"),
        "html": func.HttpResponse("x", mimetype="text/html", charset="iso-8859-1"),
        "json": func.HttpResponse("{}", mimetype="application/json"),
        "header": func.HttpResponse("x", headers={"Content-Type": "text/csv"}),
    }
    return kinds[req.route_params["kind"]]


@echo.route(route="cookies")
async def return_cookies(req: func.HttpRequest) -> func.HttpResponse:
    response = func.HttpResponse("x")
    response.headers.add("Set-Cookie", "first=a/b+c; HttpOnly; Secure; SameSite=Strict; Path=/api; Max-Age=60")
    response.headers.add("Set-Cookie", "second=2")
    response.headers.add("X-Twice", "one")
    response.headers.add("x-twice", "two")
    return response


@echo.route(route="bad-header")
async def return_bad_header(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse("x", headers={"X-Bad": "schön ☂"})


@echo.route(route="raise")
async def raise_error(req: func.HttpRequest) -> func.HttpResponse:
    raise ValueError("a secret of the function")


@echo.route(route="thread")
def in_thread(req: func.HttpRequest, context: func.Context) -> func.HttpResponse:
    began = time.monotonic()
    time.sleep(0.5)
    thread, stored = threading.current_thread().name, context.thread_local_storage.invocation_id
    return answer({"thread": thread, "stored": stored, "ran": [began, time.monotonic()]})


@echo.route(route="sleep/{seconds}")
async def sleep_async(req: func.HttpRequest) -> func.HttpResponse:
    began = time.monotonic()
    await asyncio.sleep(float(req.route_params["seconds"]))
    finished.append(req.params.get("mark", ""))
    return answer({"ran": [began, time.monotonic()]})


@echo.route(route="finished")
async def list_finished(req: func.HttpRequest) -> func.HttpResponse:
    return answer(finished)


@echo.route(route="process_id")
async def process_id(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(str(os.getpid()))


@echo.route(route="context")
async def echo_context(req: func.HttpRequest, context: func.Context) -> func.HttpResponse:
    shown = {
        "id": context.invocation_id,
        "name": context.function_name,
        "directory": context.function_directory,
        "trace_parent": context.trace_context.trace_parent,
        "is_context": isinstance(context, func.Context),
    }
    return answer(shown)
