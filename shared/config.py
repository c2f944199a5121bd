"""Settings: the only reader of the environment. Names are those of the app settings in Azure; local.settings.example.json lists all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, Self

from pydantic import AliasChoices, Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.identity.entra.settings import EntraSettings
from shared.kit.blobs import BlobSettings
from shared.kit.cosmos import CosmosSettings
from shared.kit.http.limits import GENERAL, Limit
from shared.kit.jobs.queues import QueueSettings
from shared.kit.mail import MailSettings, Security
from shared.kit.redis_pool import RedisSettings
from shared.kit.telemetry import TelemetrySettings

if TYPE_CHECKING:
    from shared.documents.composition import DocumentSettings

GIB = 1024**3


class Settings(BaseSettings):
    """A connection is either a string with a key (emulators) or an endpoint reached with the app's managed identity."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        case_sensitive=False,
        hide_input_in_errors=True,  # some are secrets
    )

    cosmos: str = Field(default="", repr=False, description="connection string of an emulator; never in Azure")
    cosmos_account_endpoint: str = Field(
        default="",
        validation_alias=AliasChoices("COSMOS__accountEndpoint"),
        description="the account, reached with the app's identity",
    )
    cosmos_database: str = Field(default="petroconnect", description="as infra/data.json names it")
    blobs: str = Field(default="", repr=False, description="connection string of an emulator; never in Azure")
    blobs_service_uri: str = Field(
        default="", validation_alias=AliasChoices("BLOBS__blobServiceUri"), description="the account with the documents"
    )
    queues: str = Field(default="", repr=False, description="connection string of an emulator; never in Azure")
    queues_service_uri: str = Field(
        default="",
        validation_alias=AliasChoices("QUEUES__queueServiceUri"),
        description="the account with the job queues",
    )
    azure_client_id: str = Field(default="", description="client id of the app's user-assigned identity")
    redis_url: str = Field(default="", repr=False, description="a Redis with a password or none; empty: memory")
    redis_endpoint: str = Field(default="", description="host:port of Azure Managed Redis, with the app's identity")

    token_signing_keys: str = Field(
        repr=False, description="JSON Web Key Set, private ES256 keys; the first signs, all verify"
    )
    token_issuer: str = Field(default="petroconnect", description="whom access tokens name as their issuer")
    session_cookie_secure: bool = Field(default=True, description="false only where the page is served without TLS")
    session_cookie_site: Literal["same", "cross"] = Field(
        default="same", description="cross when page and API share no site (such as the default names of Azure)"
    )
    protection_keys: str = Field(repr=False, description="Fernet keys, comma-separated: the first seals, all open")
    provisioning_key_hash: str = Field(
        default="", repr=False, description="SHA-256 of the key that may set up organisations"
    )

    request_limit: str = Field(
        default="600/minute", description="of each actor, and of each address where nobody is signed in"
    )

    proxies_in_front: int = Field(
        default=0,
        ge=0,
        description="1 behind Front Door, when nothing else can reach the app: addresses are counted beyond it",
    )
    page_url: str = Field(
        default="http://127.0.0.1:5173", description="where people find the page; links in letters begin with it"
    )
    mail_endpoint: str = Field(
        default="", description="Azure Communication Services, with the app's identity; empty: SMTP"
    )
    smtp_host: str = Field(default="", description="mail server; empty, and no MAIL_ENDPOINT: letters wait")
    smtp_port: int = Field(default=587, description="of the mail server")
    smtp_security: Security = Field(
        default=Security.STARTTLS, description="starttls, tls, or none on one's own machine"
    )
    smtp_username: str = Field(default="", description="empty: the mail server asks for none")
    smtp_password: str = Field(default="", repr=False, description="of that user")
    mail_sender: str = Field(default="no-reply@petroconnect.example", description="address letters come from")

    entra_client_id: str = Field(
        default="", description="app registration in Microsoft Entra ID; empty: no such sign-in"
    )
    entra_authority: str = Field(
        default="https://login.microsoftonline.com/organizations", description="or one tenant, or a national cloud"
    )
    entra_client_secret: str = Field(
        default="", repr=False, description="empty: the managed identity vouches for the app"
    )
    entra_scopes: str = Field(default="User.Read", description="asked for beside openid, profile and offline_access")
    entra_api_audience: str = Field(
        default="", description="of tokens that callers bring; empty: client id or api://client id"
    )
    entra_redirect_uri: str = Field(default="", description="empty: the callback behind the page's own address")
    entra_oidc_authority: str = Field(default="", description="another OpenID provider instead of Microsoft's")
    entra_issuer: str = Field(default="", description="its issuer, with {tenantid}; empty: Microsoft's")
    entra_ca_file: str = Field(default="", description="certificates to trust, PEM; empty: those of the system")

    upload_max_bytes: int = Field(default=5 * GIB, ge=1, description="of one file")
    verification_lease_seconds: float = Field(
        default=120, gt=0, description="how long a worker that fell silent keeps a file"
    )
    reconcile_after_seconds: float = Field(
        default=300, gt=0, description="how long an upload may stand still before it is looked at"
    )
    retention_schedule: str = Field(default="0 0 2 * * *", description="NCRONTAB; read by the host")
    reminder_schedule: str = Field(default="0 0 * * * *", description="NCRONTAB; read by the host; every hour at least")
    due_reports_schedule: str = Field(
        default="0 */5 * * * *",
        description="NCRONTAB; read by the host; letters about due reports are as late as it is rare",
    )
    reconcile_schedule: str = Field(default="0 * * * * *", description="NCRONTAB; read by the host")

    malware_scanner: Literal["none", "defender", "clamd"] = Field(
        default="none", description="defender: Microsoft Defender for Storage scans uploads and tags them"
    )
    clamd_address: str = Field(default="", description="tcp://host:3310 or unix:///path of ClamAV's daemon")
    clamd_max_bytes: int = Field(default=100_000_000, ge=1, description="its StreamMaxLength")
    upload_unscanned: bool = Field(default=True, description="store what no scanner could judge")
    upload_macros: bool = Field(default=False, description="store Office files that carry macros")

    applicationinsights_connection_string: str = Field(
        default="", repr=False, description="Application Insights; empty: no telemetry goes there"
    )
    otel_exporter_otlp_endpoint: str = Field(
        default="", description="another back end for telemetry, where there is no Application Insights"
    )

    @model_validator(mode="after")
    def _cookie_a_browser_takes(self) -> Self:
        if self.session_cookie_site == "cross" and not self.session_cookie_secure:
            raise ValueError(
                "SESSION_COOKIE_SITE=cross needs SESSION_COOKIE_SECURE=true: browsers refuse the cookie otherwise"
            )
        return self

    @model_validator(mode="after")
    def _scanner_has_an_address(self) -> Self:
        if self.malware_scanner == "clamd" and not self.clamd_address.startswith(("tcp://", "unix://")):
            raise ValueError("MALWARE_SCANNER=clamd needs CLAMD_ADDRESS: tcp://host:3310 or unix:///path")
        return self

    @property
    def cosmos_settings(self) -> CosmosSettings:
        return CosmosSettings(self.cosmos_database, self.cosmos, self.cosmos_account_endpoint, self.azure_client_id)

    @property
    def blob_settings(self) -> BlobSettings:
        return BlobSettings(self.blobs, self.blobs_service_uri, self.azure_client_id)

    @property
    def queue_settings(self) -> QueueSettings:
        return QueueSettings(self.queues, self.queues_service_uri, self.azure_client_id)

    @property
    def document_settings(self) -> DocumentSettings:
        from shared.documents.composition import DocumentSettings
        from shared.documents.malware import open_scanner
        from shared.documents.verification import Checks
        from shared.kit.sandbox import Sandbox

        sandbox = Sandbox()
        checks = Checks(
            open_scanner(self.malware_scanner, self.clamd_address, self.clamd_max_bytes),
            sandbox,
            allows_macros=self.upload_macros,
            allows_unscanned=self.upload_unscanned,
        )
        return DocumentSettings(self.upload_max_bytes, self.verification_lease, self.reconcile_after, checks, sandbox)

    @property
    def mail_settings(self) -> MailSettings:
        return MailSettings(
            host=self.smtp_host,
            port=self.smtp_port,
            security=self.smtp_security,
            username=self.smtp_username,
            password=self.smtp_password,
            sender=self.mail_sender,
            endpoint=self.mail_endpoint,
            client_id=self.azure_client_id,
        )

    @property
    def entra_settings(self) -> EntraSettings:
        return EntraSettings(
            client_id=self.entra_client_id,
            authority=self.entra_authority,
            page_url=self.page_url,
            oidc_authority=self.entra_oidc_authority,
            issuer=self.entra_issuer,
            client_secret=self.entra_client_secret,
            identity_client_id=self.azure_client_id,
            scopes=self.entra_scopes,
            api_audience=self.entra_api_audience,
            redirect=self.entra_redirect_uri,
            ca_file=self.entra_ca_file,
        )

    @property
    def redis_settings(self) -> RedisSettings | None:
        settings = RedisSettings(self.redis_url, self.redis_endpoint, self.azure_client_id)
        return settings if settings.url or settings.endpoint else None

    @property
    def general_limit(self) -> Limit:
        return Limit.parse(GENERAL, self.request_limit)

    @property
    def telemetry_settings(self) -> TelemetrySettings:
        return TelemetrySettings(
            self.applicationinsights_connection_string, self.otel_exporter_otlp_endpoint, self.azure_client_id
        )

    @property
    def verification_lease(self) -> timedelta:
        return timedelta(seconds=self.verification_lease_seconds)

    @property
    def reconcile_after(self) -> timedelta:
        return timedelta(seconds=self.reconcile_after_seconds)
