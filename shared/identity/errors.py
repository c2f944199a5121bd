"""How signing in and staying signed in can fail."""

from shared.errors import Conflict, Forbidden, Invalid, LimitReached, NotFound, Unauthenticated


class InvalidCredentials(Unauthenticated):
    code = "invalid_credentials"
    message = "E-mail address or password is wrong."


class TokenInvalid(Unauthenticated):
    code = "token_invalid"
    message = "The access token is not valid. Refresh the session or sign in again."


class SessionExpired(Unauthenticated):
    code = "session_expired"
    message = "The session has ended. Sign in again."


class SessionRevoked(Unauthenticated):
    code = "session_revoked"
    message = "The session was ended for safety: an old refresh token was used. Sign in again."


class SessionReused(SessionRevoked):
    """An old refresh token came back: the moment at which a family is revoked."""


class RefreshInProgress(Conflict):
    code = "refresh_in_progress"
    message = "Another tab has just refreshed this session. Wait a moment and try again."


class CsrfHeaderRequired(Forbidden):
    code = "csrf_header_required"
    message = "Send the header X-PetroConnect-Request with every request that uses the session cookie."


class TooManyAttempts(LimitReached):
    code = "too_many_attempts"
    message = "Too many attempts. Wait and try again."


class PersonsOnly(Forbidden):
    code = "persons_only"
    message = "This is for people who are signed in, not for API keys."


class LinkInvalid(NotFound):
    code = "link_invalid"
    message = "This link is not valid any more. Ask for a new one."


class ProvisioningKeyWrong(Unauthenticated):
    code = "provisioning_key_wrong"
    message = "Setting up organisations needs the provisioning key."


class EmailTaken(Conflict):
    code = "email_taken"
    message = "This e-mail address already belongs to an account."


class ChallengeInvalid(Unauthenticated):
    code = "challenge_invalid"
    message = "Signing in took too long. Begin again with your password."


class ProofWrong(Invalid):
    code = "proof_wrong"
    message = "This is not the right password or code."


class NoPassword(Conflict):
    code = "no_password"
    message = "You sign in with your organisation's directory: passwords and second factors are kept there."


class EnrolmentMissing(Conflict):
    code = "enrolment_missing"
    message = "There is no second factor waiting to be confirmed, or it waited too long. Begin again."


class NoSecondFactor(Conflict):
    code = "no_second_factor"
    message = "There is no second factor."


class SecondFactorRequired(Conflict):
    code = "second_factor_required"
    message = "Your organisation asks for a second factor. Set up another one instead."
