"""What can be wrong with a legal hold."""

from shared.errors import Conflict


class HoldClosed(Conflict):
    code = "hold_closed"
    message = "The case has been closed. Open another one."


class TooManyHolds(Conflict):
    code = "too_many_holds"
    message = "A document can be held by at most 100 cases."
