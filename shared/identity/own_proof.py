"""Somebody who is signed in proves once more who they are, before what is dangerous."""

from dataclasses import dataclass

from shared.identity.accounts import Accounts
from shared.identity.actor import Actor
from shared.identity.proof import Proof
from shared.identity.proofs import Proofs


@dataclass(frozen=True, slots=True)
class OwnProof:
    accounts: Accounts
    proofs: Proofs

    async def require(self, actor: Actor, proof: Proof, address: str) -> None:
        """Errors: SessionExpired, NoPassword, ProofWrong, TooManyAttempts."""
        account = await self.accounts.own(actor)
        await self.proofs.use(account.credential, proof, address)
