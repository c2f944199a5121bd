"""What can be wrong with an operation on many documents."""

from shared.errors import Conflict


class NotADryRun(Conflict):
    code = "not_a_dry_run"
    message = "Only a dry run can be carried out."


class NotFinished(Conflict):
    code = "not_finished"
    message = "The dry run has not been finished, so nobody knows yet what it would do."
