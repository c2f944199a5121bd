"""local.settings.json, made once from the example with secrets of this machine's own; and the key that sets up organisations."""

import base64
import hashlib
import json
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric import ec


def ensure_settings(app: Path, provisioning_key: str) -> Path:
    """The settings file of the app folder. What stands in an existing one is never changed; what the example has on top is added."""
    target = app / "local.settings.json"
    example = json.loads((app / "local.settings.example.json").read_text(encoding="utf-8"))
    settings = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {**example, "Values": {}}
    values = settings.setdefault("Values", {})
    missing = {name: value for name, value in example["Values"].items() if name not in values}
    if missing:
        generated: dict[str, Callable[[], str]] = {
            "<generated:es256>": signing_keys,
            "<generated:fernet>": lambda: Fernet.generate_key().decode(),
            "<generated:provisioning-key-hash>": lambda: hashed(provisioning_key),
        }
        values |= {name: generated[value]() if value in generated else value for name, value in missing.items()}
        unfinished = target.with_suffix(".tmp")
        unfinished.touch(mode=0o600)
        unfinished.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
        unfinished.replace(target)
    return target


def ensure_provisioning_key(data: Path) -> str:
    """The key of this data folder, readable by its owner only."""
    file = data / "provisioning-key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(32))
    return file.read_text()


def hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def signing_keys() -> str:
    """A JSON Web Key Set with one fresh private ES256 key."""
    return json.dumps({"keys": [signing_key()]})


def signing_key() -> dict[str, str]:
    """A fresh private ES256 key as JWK, with a random key id."""
    numbers = ec.generate_private_key(ec.SECP256R1()).private_numbers()
    public = numbers.public_numbers

    def text(number: int) -> str:
        return base64.urlsafe_b64encode(number.to_bytes(32, "big")).decode().rstrip("=")

    return {
        "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": secrets.token_hex(8),
        "x": text(public.x), "y": text(public.y), "d": text(numbers.private_value),
    }  # fmt: skip
