"""From a challenge to a session: with the second factor, or by setting one up where the organisation asks for it."""

from dataclasses import dataclass
from typing import Protocol

from shared.identity.accounts import Account, Accounts
from shared.identity.errors import ChallengeInvalid, ProofWrong
from shared.identity.member import Member
from shared.identity.outcomes import SignedInSession, Task
from shared.identity.proof import Proof, ProofKind
from shared.identity.proofs import Proofs
from shared.identity.records import Record
from shared.identity.second_factor.challenges import Challenge, Challenges
from shared.identity.second_factor.service import NewSecret, SecondFactors
from shared.identity.throttle import Attempt, Throttle


class OpenSession(Protocol):
    async def __call__(self, member: Member, device: str, *, method: str) -> SignedInSession:
        """For somebody who proved who they are."""
        ...


@dataclass(frozen=True, slots=True)
class SecondStep:
    accounts: Accounts
    challenges: Challenges
    proofs: Proofs
    factors: SecondFactors
    throttle: Throttle
    open_session: OpenSession
    record: Record

    async def verify(self, token: str, proof: Proof, *, address: str, device: str) -> SignedInSession:
        """Errors: TooManyAttempts, ChallengeInvalid, ProofWrong."""
        challenge, account = await self._account(token, Task.SECOND_FACTOR)
        if account.credential.second_factor is None:
            raise ChallengeInvalid
        try:
            await self.proofs.use(account.credential, proof, address)
        except ProofWrong:
            await self._record(challenge, "user.sign_in_failed", reason="second_factor")
            raise
        if proof.kind is ProofKind.RECOVERY_CODE:
            await self._record(challenge, "user.recovery_code_used")
        return await self._finish(challenge, account, address, device)

    async def begin_enrolment(self, token: str, *, address: str) -> NewSecret:
        """Errors: TooManyAttempts, ChallengeInvalid, StaleVersion."""
        challenge, account = await self._account(token, Task.ENROLMENT)
        await self.throttle.admit(Attempt.LINK, challenge.user_id, address)
        if account.credential.second_factor is not None:
            raise ChallengeInvalid
        return await self.factors.begin(account.credential)

    async def finish_enrolment(
        self, token: str, code: str, *, address: str, device: str
    ) -> tuple[SignedInSession, list[str]]:
        """The session and the recovery codes. Errors: TooManyAttempts, ChallengeInvalid, EnrolmentMissing, ProofWrong, StaleVersion."""
        challenge, account = await self._account(token, Task.ENROLMENT)
        if account.credential.second_factor is not None:
            raise ChallengeInvalid
        codes = await self.factors.finish(account.credential, code, address)
        return await self._finish(challenge, account, address, device), codes

    async def _account(self, token: str, task: Task) -> tuple[Challenge, Account]:
        """Errors: ChallengeInvalid, also when the person was deactivated or has another password by now."""
        challenge = self.challenges.read(token, task)
        account = await self.accounts.find(challenge.organisation_id, challenge.user_id)
        if account is None or not challenge.fits(account.credential):
            raise ChallengeInvalid
        return challenge, account

    async def _finish(self, challenge: Challenge, account: Account, address: str, device: str) -> SignedInSession:
        await self.throttle.succeeded(Attempt.SIGN_IN, account.credential.email, address)
        method = f"{challenge.method}+second_factor"
        return await self.open_session(account.member, device, method=method)

    async def _record(self, challenge: Challenge, happened: str, **data: str) -> None:
        await self.record(happened, challenge.organisation_id, challenge.user_id, **data)
