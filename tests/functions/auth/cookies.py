"""The browser's side of the refresh cookie."""

from http.cookies import SimpleCookie

from tests.api_client import ApiClient, Response
from tests.people import PASSWORD, Person

HEADER = {"X-PetroConnect-Request": "1"}
NAME = "__Secure-rt"


def cookie_of(answer: Response) -> str:
    return SimpleCookie(answer.headers["Set-Cookie"])[NAME].value


async def signed_in_cookie(client: ApiClient, person: Person) -> str:
    answer = await client.post("v1/auth/sign-in", {"email": person.email, "password": PASSWORD})
    assert answer.status == 200
    return cookie_of(answer)


async def refresh(client: ApiClient, cookie: str) -> Response:
    return await client.post("v1/auth/refresh", headers={**HEADER, "Cookie": f"theme=dark; {NAME}={cookie}"})


async def sign_out(client: ApiClient, cookie: str) -> Response:
    return await client.post("v1/auth/sign-out", headers={**HEADER, "Cookie": f"{NAME}={cookie}"})
