"""What can be wrong with exports and their schedules."""

from shared.errors import Conflict, LimitReached


class ExportNotReady(Conflict):
    code = "export_not_ready"
    message = "The file is not there: it is still being written, it failed, it was cancelled, or it has expired."


class TooManyExports(LimitReached):
    code = "too_many_exports"
    message = "Some exports of yours are under way. Wait for one to finish, or cancel one."


class TooManySchedules(LimitReached):
    code = "too_many_schedules"
    message = "An organisation has at most 200 schedules."
