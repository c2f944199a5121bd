"""Somebody with a password begins to use the Microsoft account of their organisation's tenant too. Never by address: by proving both."""

from dataclasses import dataclass

from shared.identity.accounts import Accounts
from shared.identity.actor import Actor
from shared.identity.entra.sign_in import Begun, EntraSignIn
from shared.identity.proof import Proof
from shared.identity.proofs import Proofs


@dataclass(frozen=True, slots=True)
class EntraLinking:
    accounts: Accounts
    proofs: Proofs
    sign_in: EntraSignIn

    async def begin(self, actor: Actor, proof: Proof, return_to: str, *, address: str) -> Begun:
        """Errors: EntraNotConfigured, SessionExpired, NoPassword, TooManyAttempts, ProofWrong, Unavailable."""
        self.sign_in.require()
        account = await self.accounts.own(actor)
        await self.proofs.use(account.credential, proof, address)
        return await self.sign_in.begin(return_to, links=account.member)
