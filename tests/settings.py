"""Settings of a test run: everything the product needs, nothing taken from the environment."""

import base64
import hashlib
import json
from functools import cache
from typing import Any

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric import ec

from shared.config import Settings

COSMOS_KEY = (
    "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=="  # every emulator's
)
PROTECTION_KEY = Fernet.generate_key().decode()
PROVISIONING_KEY = "provisioning-key-of-the-tests"


def settings_for(*, storage: str, cosmos: str = "", **overrides: Any) -> Settings:
    return Settings(
        **{
            "cosmos": cosmos or f"AccountEndpoint=http://cosmos.test/;AccountKey={COSMOS_KEY};",
            "blobs": storage,
            "queues": storage,
            "token_signing_keys": json.dumps({"keys": [signing_key("k1")]}),
            "protection_keys": PROTECTION_KEY,
            "provisioning_key_hash": hashlib.sha256(PROVISIONING_KEY.encode()).hexdigest(),
            **overrides,
        }
    )


@cache
def signing_key(kid: str) -> dict[str, str]:
    """A private ES256 key as JWK."""
    numbers = ec.generate_private_key(ec.SECP256R1()).private_numbers()
    public = numbers.public_numbers

    def text(number: int) -> str:
        return base64.urlsafe_b64encode(number.to_bytes(32, "big")).decode().rstrip("=")

    return {"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid,
            "x": text(public.x), "y": text(public.y), "d": text(numbers.private_value)}  # fmt: skip
