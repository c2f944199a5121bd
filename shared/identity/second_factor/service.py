"""Second factors of people who are signed in: setting one up, replacing it, giving it up. Every step asks for a proof first."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from shared.errors import FieldError
from shared.identity.accounts import Accounts
from shared.identity.actor import Actor
from shared.identity.credentials import Credential, Credentials
from shared.identity.errors import (
    EnrolmentMissing,
    NoSecondFactor,
    ProofWrong,
    SecondFactorRequired,
)
from shared.identity.proof import Proof
from shared.identity.proofs import Proofs
from shared.identity.records import Record
from shared.identity.second_factor.model import ENROLMENT_LIFE, Enrolment, SecondFactor, hash_of, new_recovery_codes
from shared.identity.second_factor.totp import matching_step, new_secret, provisioning_uri, qr_code
from shared.identity.throttle import Attempt, Throttle
from shared.kit.sealing import Sealer


@dataclass(frozen=True, slots=True)
class SecondFactorState:
    """`since` None: there is none."""

    since: datetime | None
    recovery_codes_left: int
    required: bool


@dataclass(frozen=True, slots=True)
class NewSecret:
    """For the authenticator app: to type, to open, or to photograph (an SVG element)."""

    secret: str = field(repr=False)
    uri: str = field(repr=False)
    qr_code: str = field(repr=False)
    seconds_left: int = int(ENROLMENT_LIFE.total_seconds())


@dataclass(frozen=True, slots=True)
class SecondFactors:
    accounts: Accounts
    credentials: Credentials
    proofs: Proofs
    sealer: Sealer
    throttle: Throttle
    record: Record
    now: Callable[[], datetime]

    async def state(self, actor: Actor) -> SecondFactorState:
        """Errors: SessionExpired, NoPassword; so do all that follow."""
        account = await self.accounts.own(actor)
        factor, required = account.credential.second_factor, account.member.second_factor_required
        if factor is None:
            return SecondFactorState(None, 0, required)
        return SecondFactorState(factor.confirmed_at, len(factor.recovery), required)

    async def enrol(self, actor: Actor, proof: Proof, address: str) -> NewSecret:
        """A secret for the first factor or another one; nothing changes before it is confirmed.

        Errors: TooManyAttempts, ProofWrong, StaleVersion.
        """
        account = await self.accounts.own(actor)
        return await self.begin(await self.proofs.use(account.credential, proof, address))

    async def confirm(self, actor: Actor, code: str, address: str) -> list[str]:
        """The recovery codes. Errors: EnrolmentMissing, TooManyAttempts, ProofWrong, StaleVersion."""
        account = await self.accounts.own(actor)
        return await self.finish(account.credential, code, address)

    async def renew_recovery_codes(self, actor: Actor, proof: Proof, address: str) -> list[str]:
        """All earlier ones are void. Errors: NoSecondFactor, TooManyAttempts, ProofWrong, StaleVersion."""
        account = await self.accounts.own(actor)
        if account.credential.second_factor is None:
            raise NoSecondFactor
        credential = await self.proofs.use(account.credential, proof, address)
        if credential.second_factor is None:
            raise NoSecondFactor
        codes = new_recovery_codes()
        factor = credential.second_factor.with_recovery(tuple(map(hash_of, codes)))
        await self.credentials.replace(replace(credential, second_factor=factor))
        await self.record("user.recovery_codes_renewed", actor.organisation_id, actor.user_id)
        return codes

    async def disable(self, actor: Actor, proof: Proof, address: str) -> None:
        """Errors: SecondFactorRequired, NoSecondFactor, TooManyAttempts, ProofWrong, StaleVersion."""
        account = await self.accounts.own(actor)
        if account.member.second_factor_required:
            raise SecondFactorRequired
        if account.credential.second_factor is None:
            raise NoSecondFactor
        await self._remove(await self.proofs.use(account.credential, proof, address))
        await self.record("user.second_factor_disabled", actor.organisation_id, actor.user_id)

    async def reset(self, actor: Actor, user_id: str, email: str) -> None:
        """An admin helps somebody who lost it. Nothing to do when there is none. Errors: StaleVersion."""
        credential = await self.credentials.find(email)
        if credential is None or credential.user_id != user_id or credential.second_factor is None:
            return
        await self._remove(credential)
        await self.record("user.second_factor_reset", actor.organisation_id, user_id, actor=actor.user_id)

    async def begin(self, credential: Credential) -> NewSecret:
        """For somebody who has proved who they are. Errors: StaleVersion."""
        secret = new_secret()
        enrolment = Enrolment(sealed=self.sealer.seal(secret), expires_at=self.now() + ENROLMENT_LIFE)
        await self.credentials.replace(replace(credential, enrolment=enrolment))
        uri = provisioning_uri(secret, credential.email)
        return NewSecret(secret, uri, qr_code(uri))

    async def finish(self, credential: Credential, code: str, address: str) -> list[str]:
        """The new factor holds from now on; answers its recovery codes. The code it was confirmed with is used up.

        Errors: EnrolmentMissing, TooManyAttempts, ProofWrong, StaleVersion.
        """
        now, enrolment = self.now(), credential.enrolment
        if enrolment is None or not enrolment.is_open(now):
            raise EnrolmentMissing
        attempt = (Attempt.SECOND_FACTOR, credential.user_id, address)
        await self.throttle.admit(*attempt)
        step = matching_step(self.sealer.open(enrolment.sealed), code, now)
        if step is None:
            raise ProofWrong(fields=[FieldError("code", ProofWrong.code, "does not belong to the new secret")])
        codes = new_recovery_codes()
        hashes = tuple(map(hash_of, codes))
        factor = SecondFactor(sealed=enrolment.sealed, confirmed_at=now, last_step=step, recovery=hashes)
        await self.credentials.replace(replace(credential, second_factor=factor, enrolment=None))
        await self.throttle.succeeded(*attempt)
        await self.record("user.second_factor_enabled", credential.organisation_id, credential.user_id)
        return codes

    async def _remove(self, credential: Credential) -> None:
        await self.credentials.replace(replace(credential, second_factor=None, enrolment=None))
