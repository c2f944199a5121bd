"""Letters through Azure Communication Services, with the app's identity instead of a mail server's password."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.errors import Unavailable
from shared.kit.workload_identity import Tokens

if TYPE_CHECKING:
    from shared.kit.mail import Letter

SCOPE = "https://communication.azure.com/.default"
API_VERSION = "2023-03-31"
TIMEOUT = 20.0  # seconds for the whole request


@dataclass(frozen=True, slots=True)
class MailService:
    """`endpoint` is the resource's own, `sender` an address of a domain that is linked to it."""

    endpoint: str
    tokens: Tokens
    sender: str

    async def send(self, letter: "Letter") -> None:
        """Hand over; the service delivers, and tries again itself. Errors: Unavailable."""
        import aiohttp
        from azure.core.exceptions import AzureError

        try:
            headers = {"Authorization": f"Bearer {await self.tokens.get(SCOPE)}"}
            where = f"{self.endpoint.rstrip('/')}/emails:send?api-version={API_VERSION}"
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(TIMEOUT)) as session,
                session.post(where, json=self._message(letter), headers=headers, allow_redirects=False) as answer,
            ):
                if answer.status != 202:
                    raise Unavailable(f"the mail service answered {answer.status}", retry_after=30)
        except (AzureError, aiohttp.ClientError, TimeoutError) as error:
            raise Unavailable(retry_after=30) from error

    def _message(self, letter: "Letter") -> dict[str, Any]:
        return {
            "senderAddress": self.sender,
            "content": {"subject": letter.subject, "plainText": letter.text, "html": letter.html},
            "recipients": {"to": [{"address": letter.to}]},
            "userEngagementTrackingDisabled": True,
        }
