"""Codes of an authenticator app (RFC 6238): six digits, a new one every 30 seconds, SHA-1, as every such app expects."""

import hmac
import io
from datetime import datetime

STEP = 30  # seconds
DIGITS = 6
WINDOW = 1  # steps before and after: clocks differ, and typing takes a while (RFC 6238 section 5.2)
ISSUER = "PetroConnect"
_QUIET_ZONE = 4  # modules around the picture (ISO/IEC 18004)


def new_secret() -> str:
    """160 bits in base 32, the length RFC 4226 recommends."""
    import pyotp

    return pyotp.random_base32()


def matching_step(secret: str, code: str, now: datetime) -> int | None:
    """The time step this is the code of, among those that count at `now`; every candidate is compared."""
    import pyotp

    totp = pyotp.TOTP(secret, digits=DIGITS, interval=STEP)
    current = int(now.timestamp()) // STEP
    steps = range(current - WINDOW, current + WINDOW + 1)
    right = [step for step in steps if hmac.compare_digest(totp.generate_otp(step).encode(), code.encode())]
    return right[0] if right else None


def provisioning_uri(secret: str, email: str) -> str:
    """What the picture says: `otpauth://totp/...`, as authenticator apps read it."""
    import pyotp

    return pyotp.TOTP(secret, digits=DIGITS, interval=STEP).provisioning_uri(name=email, issuer_name=ISSUER)


def qr_code(text: str) -> str:
    """An SVG element, black on white whatever the page's colours are, to be shown at any size."""
    import segno

    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=_QUIET_ZONE, light="#fff", nl=False
    )
    return drawn.getvalue().decode()
