"""What an organisation does not let happen to its sites."""

from shared.errors import Conflict


class SiteCodeTaken(Conflict):
    code = "site_code_taken"
    message = "Another site of the organisation has this code already."
