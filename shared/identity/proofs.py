"""Proving who one is once more: with the password, a code of the authenticator app, or a recovery code. Each attempt is counted."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from shared.errors import FieldError, NotFound, StaleVersion, Unavailable
from shared.identity.credentials import Credential, Credentials
from shared.identity.errors import ProofWrong
from shared.identity.passwords import Passwords
from shared.identity.proof import Proof, ProofKind
from shared.identity.second_factor.model import SecondFactor
from shared.identity.second_factor.totp import matching_step
from shared.identity.throttle import Attempt, Throttle
from shared.kit.sealing import Sealer

ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Proofs:
    credentials: Credentials
    passwords: Passwords
    sealer: Sealer
    throttle: Throttle
    now: Callable[[], datetime]

    async def use(self, credential: Credential, proof: Proof, address: str) -> Credential:
        """The credential as it is afterwards: a code counts once, also for two who send it at the same moment.

        Errors: TooManyAttempts, ProofWrong, Unavailable.
        """
        if proof.kind in (ProofKind.CODE, ProofKind.RECOVERY_CODE):
            attempt = (Attempt.SECOND_FACTOR, credential.user_id, address)
            await self.throttle.admit(*attempt)
            used = await self._use_factor(credential, proof)
        else:
            attempt = (Attempt.SIGN_IN, credential.email, address)
            await self.throttle.admit(*attempt)
            used = await self._check_password(credential, proof)
        await self.throttle.succeeded(*attempt)
        return used

    async def _check_password(self, credential: Credential, proof: Proof) -> Credential:
        if not await self.passwords.verify(credential.password_hash, proof.text):
            raise _wrong(proof)
        return credential

    async def _use_factor(self, credential: Credential, proof: Proof) -> Credential:
        for _ in range(ATTEMPTS):
            factor = credential.second_factor
            used = self._used(factor, proof) if factor is not None else None
            if used is None:
                raise _wrong(proof)
            try:
                return await self.credentials.replace(replace(credential, second_factor=used))
            except (StaleVersion, NotFound):  # something changed meanwhile, perhaps by this very code
                newest = await self.credentials.find(credential.email)
                if newest is None or newest.user_id != credential.user_id:
                    raise _wrong(proof) from None
                credential = newest
        raise Unavailable(retry_after=1)

    def _used(self, factor: SecondFactor, proof: Proof) -> SecondFactor | None:
        if proof.kind is ProofKind.RECOVERY_CODE:
            return factor.without(proof.text)
        return factor.after_step(matching_step(self.sealer.open(factor.sealed), proof.text, self.now()))


def _wrong(proof: Proof) -> ProofWrong:
    return ProofWrong(fields=[FieldError(proof.kind.value, ProofWrong.code, "is wrong, or was used before")])
