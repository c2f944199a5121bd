import json
from pathlib import Path

from shared.config import Settings

ROOT = Path(__file__).resolve().parents[2]


def test_no_secret_shows_when_settings_are_printed():
    secret = "s3cr3t-value"
    settings = Settings(
        cosmos=secret, blobs=secret, queues=secret, redis_url=secret, token_signing_keys=secret, provisioning_key_hash=secret,
        applicationinsights_connection_string=secret, protection_keys=secret, smtp_password=secret, entra_client_secret=secret,
    )  # fmt: skip
    assert secret not in repr(settings)
    assert secret not in str(settings)


def test_the_example_holds_no_key_but_the_emulators_public_one():
    values = json.loads((ROOT / "local.settings.example.json").read_text())["Values"]
    assert values["TOKEN_SIGNING_KEYS"].startswith("<generated")
    assert values["PROVISIONING_KEY_HASH"].startswith("<generated")
