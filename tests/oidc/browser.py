"""A browser at the provider: logs in, consents, and brings back the form it is told to post."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx

from tests.oidc.provider import OidcProvider

MAX_STEPS = 12


class _Form(HTMLParser):
    """The first form of a page: where it goes and its fields."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action: str | None = None
        self.fields: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "form" and self.action is None:
            self.action = values.get("action") or ""
        elif tag == "input" and values.get("name"):
            self.fields[str(values["name"])] = values.get("value") or ""


async def signed_in_at(provider: OidcProvider, url: str, login: str, *, cancel: bool = False) -> dict[str, str]:
    """From the URL that the page sends the browser to, to the form for the callback: its fields."""
    callback = parse_qs(urlsplit(url).query)["redirect_uri"][0]
    async with provider.client() as browser:
        answer = await browser.get(url)
        for _ in range(MAX_STEPS):
            if answer.is_redirect:
                answer = await browser.get(urljoin(str(answer.url), answer.headers["location"]))
                continue
            assert answer.status_code == 200 or cancel, answer.text  # a form that tells of a failure is a 400
            form = _Form(answer.text)
            assert form.action is not None, answer.text
            if form.action == callback:
                return form.fields
            if cancel and (abort := re.search(r'href="([^"]*/abort)"', answer.text)):
                answer = await browser.get(urljoin(str(answer.url), abort[1]))
                continue
            fields = {**form.fields, **({"login": login, "password": "any"} if "login" in form.fields else {})}
            answer = await browser.post(urljoin(str(answer.url), form.action), data=fields)
    raise AssertionError(f"the provider never came to an end: {answer.url}")


async def tokens_of_daemon(provider: OidcProvider, client_id: str, secret: str, scope: str) -> str:
    """An access token that an application gets for itself."""
    async with provider.client() as client:
        form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": secret, "scope": scope}
        answer: httpx.Response = await client.post(f"{provider.authority}/token", data=form)
    answer.raise_for_status()
    return str(answer.json()["access_token"])
