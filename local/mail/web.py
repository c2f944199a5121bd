"""The letters for people (`/`) and for programs (`/letters?to=`)."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from local.mail.letters import Letter, Letterbox
from local.mail.pages import LETTER_POLICY, PAGE_POLICY, framed_letter, letter_page, list_page


def application(letterbox: Letterbox) -> Starlette:
    """An ASGI app. Handlers are plain functions: Starlette runs them in threads, where reading files is fine."""

    def show_list(request: Request) -> Response:
        to = request.query_params.get("to", "").strip()
        return _html(list_page(letterbox.newest(to=to), to), PAGE_POLICY)

    def list_letters(request: Request) -> Response:
        found = letterbox.newest(to=request.query_params.get("to", ""))
        return JSONResponse([letter.to_json() for letter in found], headers={"Cache-Control": "no-store"})

    def show_letter(request: Request) -> Response:
        letter = _asked(request)
        return _missing() if letter is None else _html(letter_page(letter), PAGE_POLICY)

    def show_html(request: Request) -> Response:
        letter = _asked(request)
        return _missing() if letter is None else _html(framed_letter(letter), LETTER_POLICY)

    def get_source(request: Request) -> Response:
        content = letterbox.find_source(request.path_params["letter_id"])
        # As plain text: no browser is to run what somebody wrote.
        return _missing() if content is None else Response(content, media_type="text/plain", headers=_SAFE)

    def _asked(request: Request) -> Letter | None:
        return letterbox.find(request.path_params["letter_id"])

    return Starlette(
        routes=[
            Route("/", show_list),
            Route("/letters", list_letters),
            Route("/letters/{letter_id}", show_letter),
            Route("/letters/{letter_id}/html", show_html),
            Route("/letters/{letter_id}/source", get_source),
            Route("/_local/health", lambda _: PlainTextResponse("ok")),
        ],
        # A page of another site that lets its name point here must not read the letters.
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
    )


_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}


def _html(content: str, policy: str) -> Response:
    return HTMLResponse(content, headers={**_SAFE, "Content-Security-Policy": policy})


def _missing() -> Response:
    return PlainTextResponse("There is no such letter.", 404)
