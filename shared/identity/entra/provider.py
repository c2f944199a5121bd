"""The provider as a client sees it: MSAL for codes and refresh tokens, discovery for the rest.

MSAL is synchronous, asks the network in its constructor, and keeps the tokens of everybody who uses one application object. So every
call has an application of its own, in a thread, and what discovery answers is kept once per worker. MSAL does not validate ID tokens
(since 1.38): whoever calls this must (entra_tokens.py).
"""

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode, urlsplit

from shared.errors import Unavailable
from shared.identity.entra.errors import EntraCancelled, EntraGrantEnded, EntraRefused, EntraTokenInvalid
from shared.identity.entra.settings import EntraSettings
from shared.kit import telemetry
from shared.kit.workload_identity import federated_assertion

if TYPE_CHECKING:
    import requests
    from msal import ConfidentialClientApplication

TIMEOUT = 10.0  # seconds without an answer; MSAL itself would wait for ever
RETRY_AFTER = 5  # seconds

Flow = dict[str, Any]
T = TypeVar("T")

_ENDED = {"invalid_grant", "interaction_required", "login_required", "consent_required"}
_CANCELLED = {"access_denied", "user_cancelled"}


@dataclass(frozen=True, slots=True)
class Granted:
    """`id_token` is not validated yet; None when a refresh brought none. `cache` is MSAL's, serialised, to be kept sealed."""

    id_token: str | None = field(repr=False)
    cache: str = field(repr=False)


class EntraProvider:
    """Every method is one conversation with the provider. Errors: Unavailable when it does not answer within TIMEOUT."""

    def __init__(self, settings: EntraSettings) -> None:
        self.settings = settings

    async def begin(self) -> Flow:
        """A sign-in that has begun: `auth_uri` to go to; the whole is needed to finish it, and holds secrets."""
        return await self._ask(self._begin)

    async def redeem(self, flow: Flow, answer: Mapping[str, str]) -> Granted:
        """Exchange the code in `answer`. Errors: EntraCancelled, EntraRefused, EntraTokenInvalid."""
        return await self._ask(self._redeem, flow, answer)

    async def renew(self, cache: str) -> Granted:
        """Ask again for somebody who signed in before. Errors: EntraGrantEnded."""
        return await self._ask(self._renew, cache)

    async def keys_url(self) -> str:
        return str((await self._ask(lambda: self._http.discovery))["jwks_uri"])

    async def end_session_url(self, back_to: str) -> str | None:
        """Where the browser ends the session at the provider, which then sends it to `back_to`."""
        endpoint = (await self._ask(lambda: self._http.discovery)).get("end_session_endpoint")
        if endpoint is None:
            return None
        query = urlencode({"post_logout_redirect_uri": back_to, "client_id": self.settings.client_id})
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{query}"

    def close(self) -> None:
        """Give back the connections, if there ever were any."""
        if "_http" in self.__dict__:
            self._http.close()

    async def _ask(self, question: Callable[..., T], *args: Any) -> T:
        import requests
        from msal.exceptions import MsalError

        try:
            return await asyncio.to_thread(question, *args)
        except (requests.RequestException, MsalError) as error:
            telemetry.event("entra.unreachable", error=type(error).__name__)
            raise Unavailable(retry_after=RETRY_AFTER) from error

    def _begin(self) -> Flow:
        flow: Flow = self._application().initiate_auth_code_flow(
            self._scopes, redirect_uri=self.settings.redirect_uri, response_mode="form_post"
        )
        return flow

    def _redeem(self, flow: Flow, answer: Mapping[str, str]) -> Granted:
        import msal

        cache = msal.SerializableTokenCache()
        application = self._application(cache)
        try:
            result = application.acquire_token_by_auth_code_flow(flow, dict(answer))
        except (
            RuntimeError,
            ValueError,
            LookupError,
            TypeError,
        ) as error:  # a nonce or an ID token it cannot make sense of
            raise EntraTokenInvalid from error
        if "error" in result:
            telemetry.event("entra.refused", error=str(result["error"]))
            raise EntraCancelled if result["error"] in _CANCELLED else EntraRefused
        return Granted(result.get("id_token"), cache.serialize())

    def _renew(self, serialised: str) -> Granted:
        import msal

        cache = msal.SerializableTokenCache()
        cache.deserialize(serialised)
        application = self._application(cache)
        account = next(iter(application.get_accounts()), None)
        if account is None:
            raise EntraGrantEnded
        result = application.acquire_token_silent_with_error(self._scopes, account, force_refresh=True)
        if result is None:  # no refresh token was ever given
            raise EntraGrantEnded
        if "error" in result:
            telemetry.event("entra.not_renewed", error=str(result["error"]))
            if result["error"] in _ENDED:
                raise EntraGrantEnded
            raise Unavailable(retry_after=RETRY_AFTER)
        return Granted(result.get("id_token"), cache.serialize())

    def _application(self, cache: Any = None) -> "ConfidentialClientApplication":
        import msal

        where = (
            {"oidc_authority": self.settings.oidc_authority}
            if self.settings.oidc_authority
            else {"authority": self.settings.authority}
        )
        try:
            return msal.ConfidentialClientApplication(
                self.settings.client_id,
                client_credential=self._credential,
                token_cache=cache,
                http_client=self._http,
                instance_discovery=False,  # the authority is our own setting: nobody has to vouch for it at every call
                **where,
            )
        except (
            ValueError,
            LookupError,
        ) as error:  # a discovery document that is none, or an authority MSAL will not have
            telemetry.event("entra.not_usable", error=type(error).__name__, exc_info=error)
            raise Unavailable(retry_after=RETRY_AFTER) from error

    @property
    def _scopes(self) -> list[str]:
        return self.settings.scopes.split()

    @cached_property
    def _credential(self) -> str | dict[str, Callable[[], str]]:
        if self.settings.client_secret:
            return self.settings.client_secret
        return {"client_assertion": federated_assertion(self.settings.identity_client_id)}

    @cached_property
    def _http(self) -> "_Http":
        return _Http(self.settings)


class _Http:
    """What MSAL wants of an HTTP client: requests with a deadline and the CA of the settings, and discovery out of memory.

    Nothing is taken from the environment, since REQUESTS_CA_BUNDLE would go before the CA of the settings. No cookie is kept: they would
    be one person's in the request of another.
    """

    def __init__(self, settings: EntraSettings) -> None:
        import requests

        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = settings.ca_file or True
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._url = settings.discovery_url
        self._known: requests.Response | None = None
        self._lock = threading.Lock()

    @property
    def discovery(self) -> dict[str, Any]:
        """Errors: RequestException, also for something that is no discovery document."""
        import requests

        answer = self.get(self._url)
        try:
            answer.raise_for_status()
            found: dict[str, Any] = json.loads(answer.text)
        except ValueError as error:
            raise requests.exceptions.InvalidJSONError("no discovery document") from error
        return found

    def get(self, url: str, **options: Any) -> "requests.Response":
        if url != self._url:
            return self._session.get(url, **{**options, "timeout": TIMEOUT})
        with self._lock:
            if self._known is not None:
                return self._known
            answer = self._session.get(url, **{**options, "timeout": TIMEOUT})
            if answer.ok:
                self._known = answer
            return answer

    def post(self, url: str, **options: Any) -> "requests.Response":
        return self._session.post(url, **{**options, "timeout": TIMEOUT})

    def close(self) -> None:
        self._session.close()
