from shared.errors import Conflict
from shared.views.model import MAX_VIEWS


class TooManyViews(Conflict):
    code = "too_many_views"
    message = f"You have {MAX_VIEWS} views, and cannot have more. Delete one that you no longer need."
