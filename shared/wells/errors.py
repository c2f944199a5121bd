"""What an organisation does not let happen to its wells."""

from shared.errors import Conflict


class WellNameTaken(Conflict):
    code = "well_name_taken"
    message = "Another well of the organisation has this name already."
