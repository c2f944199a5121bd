"""What an organisation does not let happen to its users."""

from shared.errors import Conflict


class LastAdmin(Conflict):
    code = "last_admin"
    message = "An organisation keeps at least one active admin. Make somebody else admin first."


class UserDeleted(Conflict):
    code = "user_deleted"
    message = "This person was deleted and cannot be changed."


class NotInvited(Conflict):
    code = "not_invited"
    message = "This person has joined already or was deactivated: there is no invitation to send."
