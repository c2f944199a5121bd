"""Where Microsoft Entra ID is, and what it is asked as whom."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

CALLBACK = "/api/v1/auth/entra/callback"
TENANT = "{tenantid}"  # as Microsoft writes it in its own discovery document
GUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


@dataclass(frozen=True)
class EntraSettings:
    """`client_id` empty: off. `oidc_authority` names another provider instead of Microsoft's; it has to give `tid` and `oid` too.

    `identity_client_id` is the managed identity that stands for the client secret where there is none.
    """

    client_id: str
    authority: str
    page_url: str
    oidc_authority: str = ""
    issuer: str = ""
    client_secret: str = field(default="", repr=False)
    identity_client_id: str = ""
    scopes: str = "User.Read"
    api_audience: str = ""
    redirect: str = ""
    ca_file: str = ""

    @property
    def is_on(self) -> bool:
        return bool(self.client_id)

    @property
    def redirect_uri(self) -> str:
        return self.redirect or self.page_url.rstrip("/") + CALLBACK

    @property
    def discovery_url(self) -> str:
        base = self.oidc_authority or f"{self.authority.rstrip('/')}/v2.0"
        return f"{base}/.well-known/openid-configuration"

    @property
    def issuer_template(self) -> str:
        """The issuer with `{tenantid}` where the tenant stands."""
        if self.issuer or self.oidc_authority:
            return self.issuer or self.oidc_authority
        parts = urlsplit(self.authority)
        return f"{parts.scheme}://{parts.netloc}/{TENANT}/v2.0"

    @property
    def audiences(self) -> list[str]:
        """What access tokens for this API name as their audience: Entra writes the client id (v2 tokens) or the identifier URI."""
        return [self.api_audience] if self.api_audience else [self.client_id, f"api://{self.client_id}"]

    def tenant_of(self, issuer: str) -> str | None:
        """The tenant that an issuer stands for; None when it is not one of the provider's."""
        found = self._issuer_pattern.fullmatch(issuer)
        return found["tenant"] if found else None

    @cached_property
    def _issuer_pattern(self) -> re.Pattern[str]:
        before, tenant, after = self.issuer_template.partition(TENANT)
        if not tenant:
            raise ValueError("ENTRA_ISSUER must hold {tenantid}")
        return re.compile(f"{re.escape(before)}(?P<tenant>{GUID}){re.escape(after)}")
