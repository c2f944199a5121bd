"""What cannot be done to an API key."""

from shared.errors import Conflict


class ApiKeyEnded(Conflict):
    code = "api_key_ended"
    message = "This API key was revoked or has expired. Create another."


class ApiKeyWithoutSecret(Conflict):
    code = "api_key_without_secret"
    message = (
        "This API key stands for an application that signs in with Microsoft Entra ID: there is no secret to rotate."
    )


class MachineTaken(Conflict):
    code = "machine_taken"
    message = "This application of Microsoft Entra ID already stands for a user or another API key."
