"""The policies endpoints declare: signed in, with a permission, or with the provisioning key."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

from shared.errors import DomainError, Forbidden, Unauthenticated
from shared.identity.actor import Actor
from shared.identity.errors import PersonsOnly, ProvisioningKeyWrong, TokenInvalid
from shared.identity.permissions import PERMISSIONS, Permission
from shared.kit.http.policy import SecurityRequirement
from shared.kit.http.request import Request

SECURITY_SCHEMES: dict[str, dict[str, str]] = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "The access token of `sign_in`, or an API key",
    },
    "provisioningKey": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Provisioning-Key",
        "description": "Sets up organisations",
    },
}


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A valid access token or API key with every permission named; without any, a person of whatever role."""

    permissions: tuple[Permission, ...] = ()

    @property
    def security(self) -> list[SecurityRequirement]:
        return [{"bearer": []}]

    @property
    def errors(self) -> tuple[type[DomainError], ...]:
        always: tuple[type[DomainError], ...] = (Unauthenticated, TokenInvalid)
        return (*always, Forbidden if self.permissions else PersonsOnly)

    @property
    def summary(self) -> str:
        if not self.permissions:
            return "For everybody who is signed in."
        names = ", ".join(f"`{permission.value}`" for permission in self.permissions)
        roles = [role.value for role, allowed in PERMISSIONS.items() if allowed.issuperset(self.permissions)]
        return f"Needs {names}: {', '.join(roles)}."

    async def admit(self, request: Request, app: Any) -> Actor:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthenticated
        actor: Actor = await app.identity.authentication.authenticate(token.strip())
        if not self.permissions and not actor.is_person:
            raise PersonsOnly
        for permission in self.permissions:
            actor.require(permission)
        return actor


def signed_in() -> SignedIn:
    return SignedIn()


def requires(permission: Permission, *more: Permission) -> SignedIn:
    return SignedIn((permission, *more))


@dataclass(frozen=True, slots=True)
class ProvisioningKey:
    """The deployment's own key; its hash is a setting, and without that setting nobody is let in."""

    summary: str = "Needs the deployment's provisioning key."

    @property
    def security(self) -> list[SecurityRequirement]:
        return [{"provisioningKey": []}]

    @property
    def errors(self) -> tuple[type[DomainError], ...]:
        return (ProvisioningKeyWrong,)

    async def admit(self, request: Request, app: Any) -> None:
        expected = app.settings.provisioning_key_hash.lower().encode()
        given = hashlib.sha256(request.headers.get("x-provisioning-key", "").encode()).hexdigest().encode()
        if not expected or not hmac.compare_digest(given, expected):
            raise ProvisioningKeyWrong


def provisioning_key() -> ProvisioningKey:
    return ProvisioningKey()
