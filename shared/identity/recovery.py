"""Another password: chosen by somebody who is signed in, or through a link out of a letter by somebody who cannot sign in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.errors import FieldError, Invalid, PetroConnectError
from shared.identity.accounts import Account, Accounts
from shared.identity.actor import Actor
from shared.identity.credentials import Credential, Credentials
from shared.identity.errors import LinkInvalid
from shared.identity.links import Link, Links, Purpose
from shared.identity.new_passwords import check_new_password
from shared.identity.own_sessions import OwnSessions
from shared.identity.passwords import canonical
from shared.identity.proof import Proof, ProofKind
from shared.identity.proofs import Proofs
from shared.identity.records import NOBODY, Record
from shared.identity.throttle import Attempt, Throttle


@dataclass(frozen=True, slots=True)
class PasswordRecovery:
    accounts: Accounts
    credentials: Credentials
    proofs: Proofs
    links: Links
    sessions: OwnSessions
    throttle: Throttle
    record: Record
    now: Callable[[], datetime]

    async def change(self, actor: Actor, current: str, password: str, *, address: str) -> None:
        """Every other session ends; this one goes on.

        Errors: NoPassword, TooManyAttempts, ProofWrong, Invalid, StaleVersion.
        """
        account = await self.accounts.own(actor)
        credential = await self.proofs.use(account.credential, Proof(ProofKind.CURRENT_PASSWORD, current), address)
        if canonical(current) == canonical(password):
            raise Invalid(fields=[FieldError("password", "password_unchanged", "must be another one than before")])
        await check_new_password(password, account.member)
        await self._set(account.with_credential(credential), password, but=actor.session_id)

    async def request(self, email: str, *, address: str) -> None:
        """The letter follows from the activity. Nothing tells whether there is such a person: not the answer, not the work for it.

        Errors: TooManyAttempts.
        """
        await self.throttle.admit(Attempt.PASSWORD_RESET, email, address)
        credential = await self.credentials.find(email)
        if credential is None:
            await self.record("user.password_reset_unknown", NOBODY, NOBODY)
        elif credential.password_hash is None:
            await self.record("user.password_reset_refused", credential.organisation_id, credential.user_id)
        else:
            await self.record("user.password_reset_requested", credential.organisation_id, credential.user_id)

    async def reset(self, token: str, password: str, *, address: str) -> Account:
        """Every session ends. The password is looked at before the link is taken, so that a refused one costs nothing.

        Errors: TooManyAttempts, LinkInvalid, RequestInProgress, Invalid.
        """
        await self.throttle.admit(Attempt.LINK, "", address)
        account = await self._addressed(await self.links.read(token, Purpose.PASSWORD_RESET))
        await check_new_password(password, account.member)
        link = await self.links.claim(token, Purpose.PASSWORD_RESET)
        try:
            changed = await self._set(await self._addressed(link), password)
        except PetroConnectError:
            await self.links.release(link)
            raise
        await self.links.spend(link)
        return account.with_credential(changed)

    async def _addressed(self, link: Link) -> Account:
        """Errors: LinkInvalid when the person is gone, or has another address or a newer password by now."""
        account = await self.accounts.find(link.organisation_id, link.user_id)
        if account is None:
            raise LinkInvalid
        self.links.check_addressee(link, account.member.email)
        changed_at = account.credential.password_changed_at
        if changed_at is not None and changed_at > link.created_at:
            raise LinkInvalid
        return account

    async def _set(self, account: Account, password: str, *, but: str = "") -> Credential:
        """Sessions end before, so that a crash in between leaves none behind, and after, for one that began meanwhile."""
        user_id = account.member.user_id
        await self.sessions.end_all(user_id, but=but)
        changed = await self.credentials.set_password(account.credential, password)
        await self.sessions.end_all(user_id, but=but)
        await self.record("user.password_changed", account.member.organisation_id, user_id)
        return changed
