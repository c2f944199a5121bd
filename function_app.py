"""The only FunctionApp. Endpoints are registered by name and route from functions/index.py; their code is imported when they are called."""

import azure.functions as func

from functions.analytics import background as analytics
from functions.archives import background as archives
from functions.bulk import background as bulk
from functions.documents import background as documents
from functions.due_reports import background as due_reports
from functions.exports import background as exports
from functions.health import background as health
from functions.holds import background as holds
from functions.index import ENDPOINTS
from functions.notices import background as notices
from functions.retention import background as retention
from functions.users import background as users
from shared.app import current_app
from shared.kit.library_logs import tame_library_logs
from shared.kit.registration import endpoints
from shared.prewarm import prewarm

tame_library_logs()
app = func.FunctionApp()

app.register_functions(endpoints(ENDPOINTS, current_app))

for jobs in (
    analytics.jobs,
    archives.jobs,
    bulk.jobs,
    documents.jobs,
    due_reports.jobs,
    exports.jobs,
    health.jobs,
    holds.jobs,
    notices.jobs,
    retention.jobs,
    users.jobs,
):
    app.register_functions(jobs.blueprint)

prewarm("functions.apis")
