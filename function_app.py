"""The only FunctionApp: one blueprint per noun, and no logic. Only azure.functions and pydantic may be imported by this."""

import azure.functions as func

from functions.api_keys import endpoints as api_keys
from functions.auth import endpoints as auth
from functions.auth import entra, invitations, passwords, second_factor, sessions, tenants
from functions.auth import keys as auth_keys
from functions.documents import background as documents_background
from functions.documents import endpoints as documents
from functions.health import endpoints as health
from functions.organisations import endpoints as organisations
from functions.sites import endpoints as sites
from functions.users import background as users_background
from functions.users import endpoints as users
from shared.app import prewarm

app = func.FunctionApp()

APIS = (
    api_keys.api,
    auth.api,
    auth_keys.api,
    documents.api,
    entra.api,
    health.api,
    invitations.api,
    organisations.api,
    passwords.api,
    second_factor.api,
    sessions.api,
    sites.api,
    tenants.api,
    users.api,
)

for api in APIS:
    app.register_functions(api.blueprint)

for jobs in (documents_background.jobs, users_background.jobs):
    app.register_functions(jobs.blueprint)

prewarm()
