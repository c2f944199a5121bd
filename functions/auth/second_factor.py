"""The second factor: setting it up and giving it up, and signing in with it."""

from http import HTTPStatus

from functions.auth.cookies import session_answer, session_cookie
from functions.auth.schemas import SessionOut
from functions.auth.second_factor_schemas import (
    ChallengedCodeIn,
    ChallengeIn,
    CodeIn,
    EnrolledSessionOut,
    NewSecretOut,
    PasswordProofIn,
    ProofIn,
    RecoveryCodesOut,
    SecondFactorOut,
    VerificationIn,
)
from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.errors import (
    ChallengeInvalid,
    EnrolmentMissing,
    NoPassword,
    NoSecondFactor,
    ProofWrong,
    SecondFactorRequired,
    SessionExpired,
    TooManyAttempts,
)
from shared.identity.policy import signed_in
from shared.kit.http import Answer, Api, Request, anonymous

api = Api("Auth")

_ALWAYS = (SessionExpired, NoPassword)
_PROVED = (*_ALWAYS, ProofWrong, TooManyAttempts, StaleVersion)
_CHALLENGED = (ChallengeInvalid, TooManyAttempts)


@api.get("v1/auth/second-factor", summary="Have I a second factor?", auth=signed_in(), errors=_ALWAYS)
async def get_second_factor(actor: Actor, app: App) -> SecondFactorOut:
    """Since when, and how many recovery codes are left. People who sign in with Microsoft Entra ID have theirs there."""
    return SecondFactorOut.of(await app.identity.second_factors.state(actor))


@api.post("v1/auth/second-factor", summary="Set up a second factor", auth=signed_in(), errors=_PROVED, idempotent=False)
async def create_second_factor(body: PasswordProofIn, request: Request, actor: Actor, app: App) -> NewSecretOut:
    """A secret for an authenticator app, the first or another one. Nothing changes before it is confirmed with a code."""
    return NewSecretOut.of(await app.identity.second_factors.enrol(actor, body.to_proof(), request.client_address))


@api.post(
    "v1/auth/second-factor/confirm",
    summary="Confirm the second factor",
    auth=signed_in(),
    errors=(*_PROVED, EnrolmentMissing),
    idempotent=False,
)
async def confirm_second_factor(body: CodeIn, request: Request, actor: Actor, app: App) -> RecoveryCodesOut:
    """It is asked for from now on, and earlier recovery codes are void. Answers ten new ones, once."""
    codes = await app.identity.second_factors.confirm(actor, body.code, request.client_address)
    return RecoveryCodesOut(recovery_codes=codes)


@api.post(
    "v1/auth/second-factor/recovery-codes",
    summary="Get new recovery codes",
    auth=signed_in(),
    errors=(*_PROVED, NoSecondFactor),
    idempotent=False,
)
async def renew_recovery_codes(body: ProofIn, request: Request, actor: Actor, app: App) -> RecoveryCodesOut:
    """Ten new ones, shown once; all earlier ones are void."""
    codes = await app.identity.second_factors.renew_recovery_codes(actor, body.to_proof(), request.client_address)
    return RecoveryCodesOut(recovery_codes=codes)


@api.post(
    "v1/auth/second-factor/disable",
    summary="Give up the second factor",
    auth=signed_in(),
    status=HTTPStatus.NO_CONTENT,
    errors=(*_PROVED, NoSecondFactor, SecondFactorRequired),
    idempotent=False,
)
async def disable_second_factor(body: ProofIn, request: Request, actor: Actor, app: App) -> None:
    """Not where the organisation asks for one: set up another one instead."""
    await app.identity.second_factors.disable(actor, body.to_proof(), request.client_address)


@api.post(
    "v1/auth/second-factor/verify",
    summary="Sign in with the second factor",
    auth=anonymous("the challenge is the credential"),
    errors=(*_CHALLENGED, ProofWrong),
    idempotent=False,
)
async def verify_second_factor(body: VerificationIn, request: Request, app: App) -> Answer[SessionOut]:
    """The challenge of `sign_in` with a code of the authenticator app, or a recovery code. Each code works once."""
    device = request.headers.get("user-agent", "")
    session = await app.identity.second_step.verify(
        body.challenge, body.to_proof(), address=request.client_address, device=device
    )
    return session_answer(session, app)


@api.post(
    "v1/auth/second-factor/enrol",
    summary="Set up the second factor that signing in asks for",
    auth=anonymous("the challenge is the credential"),
    errors=(*_CHALLENGED, StaleVersion),
    idempotent=False,
)
async def enrol_second_factor(body: ChallengeIn, request: Request, app: App) -> NewSecretOut:
    """For a challenge whose outcome was `enrolment`; confirm it with `finish_enrolment`."""
    return NewSecretOut.of(
        await app.identity.second_step.begin_enrolment(body.challenge, address=request.client_address)
    )


@api.post(
    "v1/auth/second-factor/enrol/confirm",
    summary="Confirm it and sign in",
    auth=anonymous("the challenge is the credential"),
    errors=(*_CHALLENGED, EnrolmentMissing, ProofWrong, StaleVersion),
    idempotent=False,
)
async def finish_enrolment(body: ChallengedCodeIn, request: Request, app: App) -> Answer[EnrolledSessionOut]:
    """The session, with ten recovery codes, which are shown once."""
    device = request.headers.get("user-agent", "")
    session, codes = await app.identity.second_step.finish_enrolment(
        body.challenge, body.code, address=request.client_address, device=device
    )
    cookie = ("Set-Cookie", session_cookie(session, app))
    return Answer(EnrolledSessionOut.of_enrolment(session, codes), headers=(cookie,))
