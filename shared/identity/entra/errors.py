"""How signing in with Microsoft Entra ID can fail. Codes reach the page as `/sign-in?error=code`."""

from shared.errors import Conflict, Forbidden, NotFound, Unauthenticated


class EntraNotConfigured(NotFound):
    code = "entra_not_configured"
    message = "Signing in with Microsoft is not set up here."


class EntraStartAgain(Unauthenticated):
    code = "entra_start_again"
    message = "This sign-in was begun elsewhere or too long ago. Start again."


class EntraCancelled(Unauthenticated):
    code = "entra_cancelled"
    message = "Signing in with Microsoft was cancelled."


class EntraRefused(Unauthenticated):
    code = "entra_refused"
    message = "Microsoft did not confirm this sign-in. Start again."


class EntraTokenInvalid(Unauthenticated):
    code = "entra_token_invalid"
    message = "What Microsoft answered could not be trusted. Start again."


class EntraGrantEnded(Unauthenticated):
    """The provider does not vouch for this person any more: disabled, signed out everywhere, or has to prove more."""

    code = "entra_grant_ended"
    message = "Microsoft ended this sign-in. Sign in again."


class EntraNotAdmitted(Forbidden):
    code = "entra_not_admitted"
    message = "This Microsoft account does not belong to an organisation here. Ask an admin for an invitation."


class EntraAddressTaken(Conflict):
    code = "entra_address_taken"
    message = "Somebody with this address signs in with a password. Do that, or ask an admin."


class EntraAccountTaken(Conflict):
    code = "entra_account_taken"
    message = "This Microsoft account belongs to somebody else here."


class TenantTaken(Conflict):
    code = "tenant_taken"
    message = "This Microsoft tenant belongs to another organisation."
