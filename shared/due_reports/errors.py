"""What no organisation can plan."""

from shared.due_reports.model import MAX_PLANS
from shared.errors import Conflict


class TooManyPlans(Conflict):
    code = "too_many_due_plans"
    message = f"An organisation has at most {MAX_PLANS} plans of due reports."
