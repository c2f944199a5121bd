"""What can be wrong with retention, and with deleting for good."""

from shared.errors import Conflict


class NoPolicies(Conflict):
    code = "no_policies"
    message = "The organisation has no retention policies, so nothing would be trashed or deleted."


class NotInTheTrash(Conflict):
    code = "not_in_the_trash"
    message = "Only what is in the trash can be deleted for good."
