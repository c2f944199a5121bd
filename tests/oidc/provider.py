"""npm's `oidc-provider` over TLS, dressed as Microsoft Entra ID: one for a whole test run, on a free port."""

import json
import shutil
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
import trustme
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from local import toolchain
from shared.kit.ids import new_id
from tests.azurite import free_ports, wait_for_port

MANIFEST = Path(__file__).parent
FOLDER = toolchain.ROOT / ".local" / "oidc"
TENANT = "11111111-2222-4333-8444-555555555555"
PAGE = "https://petroconnect.test"
CALLBACK = f"{PAGE}/api/v1/auth/entra/callback"
API = "api://petroconnect"
CLIENT = "petroconnect-app"
SECRET = "secret-of-the-tests"
DAEMON = "partner-daemon"
DAEMON_OID = "dddddddd-0000-4000-8000-000000000001"
KEY_ID = "test-key"


@dataclass(frozen=True)
class OidcProvider:
    """`sign` makes tokens with the provider's own key, so that only what they say can be wrong with them."""

    port: int
    ca_file: str
    private_key: rsa.RSAPrivateKey = field(repr=False)

    @property
    def authority(self) -> str:
        return f"https://localhost:{self.port}/{TENANT}/v2.0"

    @property
    def issuer_template(self) -> str:
        return f"https://localhost:{self.port}/{{tenantid}}/v2.0"

    @property
    def settings(self) -> dict[str, Any]:
        """What `Settings` needs for this provider."""
        return {
            "page_url": PAGE,
            "entra_client_id": CLIENT,
            "entra_client_secret": SECRET,
            "entra_scopes": f"{API}/access_as_user",
            "entra_api_audience": API,
            "entra_oidc_authority": self.authority,
            "entra_issuer": self.issuer_template,
            "entra_ca_file": self.ca_file,
        }

    def client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(verify=ssl.create_default_context(cafile=self.ca_file), timeout=30)

    async def control(self, **behaviour: Any) -> None:
        """How it behaves from now on; without any, as it should. Forgets what was asked before."""
        async with self.client() as client:
            (await client.post(f"https://localhost:{self.port}/control", json=behaviour)).raise_for_status()

    async def asked(self) -> list[str]:
        """The requests since `control`, as `METHOD /path`."""
        async with self.client() as client:
            return list((await client.get(f"https://localhost:{self.port}/control")).json())

    async def a_person(self, **claims: Any) -> str:
        """Somebody who can sign in there; answers the name to log in with. `oid` and a sign-in name are made up."""
        login = f"user-{new_id().lower()}"
        person = {"oid": an_object_id(), "name": "Eva Entra", "preferred_username": f"{login}@tenant.test", **claims}
        await self.control(users={login: person})
        return login

    def sign(self, claims: dict[str, Any], *, key: Any = None, algorithm: str = "RS256", kid: str = KEY_ID) -> str:
        return jwt.encode(claims, self.private_key if key is None else key, algorithm=algorithm, headers={"kid": kid})


def an_object_id() -> str:
    digits = f"{time.time_ns():032x}"[-12:]
    return f"aaaaaaaa-0000-4000-8000-{digits}"


def _installed() -> Path:
    """The folder with the packages of the committed lock file. Errors: ToolMissing."""
    lock = MANIFEST / "package-lock.json"
    if not toolchain.is_stamped(FOLDER, lock):
        toolchain.say("fetching oidc-provider (npm)")
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copyfile(MANIFEST / name, FOLDER / name)
        toolchain.run_npm("ci", "--omit=dev", "--ignore-scripts", "--engine-strict=false", cwd=FOLDER)
        toolchain.stamp(FOLDER, lock)
    shutil.copyfile(
        MANIFEST / "provider.mjs", FOLDER / "provider.mjs"
    )  # beside its packages, where node looks for them
    return FOLDER


@pytest.fixture(scope="session")
def running_provider() -> Iterator[OidcProvider]:
    try:
        folder = _installed()
    except toolchain.ToolMissing as error:
        pytest.skip(f"the OpenID provider cannot be fetched from npm: {error}")
    (port,) = free_ports(1)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    with tempfile.TemporaryDirectory(prefix="petroconnect-oidc-") as name:
        given, ca_file, log = _written(Path(name), port, key)
        with log.open("wb") as out:
            process = subprocess.Popen(
                [str(toolchain.node()[0]), str(folder / "provider.mjs"), str(given)],
                cwd=folder, env=toolchain.node_environment(), stdout=out, stderr=out, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        try:
            wait_for_port(port, process, log)
            yield OidcProvider(port, ca_file, key)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


def _written(folder: Path, port: int, key: rsa.RSAPrivateKey) -> tuple[Path, str, Path]:
    """Certificates, and what the provider is told; answers the paths of that, of the CA and of a log."""
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost", "127.0.0.1")
    ca, chain, secret = folder / "ca.pem", folder / "cert.pem", folder / "key.pem"
    authority.cert_pem.write_to_path(ca)
    certificate.private_key_pem.write_to_path(secret)
    chain.write_bytes(b"".join(part.bytes() for part in certificate.cert_chain_pems))
    private = jwt.algorithms.RSAAlgorithm.to_jwk(key, as_dict=True)
    given = {
        "port": port,
        "tenant": TENANT,
        "api": API,
        "apps": {
            CLIENT: {"secret": SECRET, "redirectUris": [CALLBACK], "afterSignOut": [f"{PAGE}/sign-in"]},
            DAEMON: {"secret": SECRET, "redirectUris": [], "oid": DAEMON_OID, "roles": ["access_as_application"]},
        },
        "users": {},
        "jwks": {"keys": [{**private, "kid": KEY_ID, "use": "sig", "alg": "RS256"}]},
        "key": str(secret),
        "cert": str(chain),
    }
    file = folder / "given.json"
    file.write_text(json.dumps(given))
    return file, str(ca), folder / "out.log"


def public_key_pem(provider: OidcProvider) -> bytes:
    """What a forger knows."""
    return provider.private_key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
