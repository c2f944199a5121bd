"""Every endpoint of the product, noun by noun. functions/index.py is made from this by `make api`."""

from functions.analytics import endpoints as analytics
from functions.api_keys import endpoints as api_keys
from functions.archives import endpoints as archives
from functions.archives import imports as archive_imports
from functions.auth import endpoints as auth
from functions.auth import entra, invitations, passwords, second_factor, sessions, tenants
from functions.auth import keys as auth_keys
from functions.bulk import endpoints as bulk
from functions.bulk import imports as bulk_imports
from functions.bulk import migrations
from functions.document_types import endpoints as document_types
from functions.documents import acknowledgements as document_acknowledgements
from functions.documents import activity as document_activity
from functions.documents import endpoints as documents
from functions.documents import previews as document_previews
from functions.documents import reviews as document_reviews
from functions.documents import revisions as document_revisions
from functions.documents import search as document_search
from functions.documents import uploads as document_uploads
from functions.due_reports import endpoints as due_reports
from functions.due_reports import plans as due_plans
from functions.exports import endpoints as exports
from functions.exports import schedules as export_schedules
from functions.health import endpoints as health
from functions.holds import endpoints as holds
from functions.organisations import endpoints as organisations
from functions.reports import advice as report_advice
from functions.reports import attachments as report_attachments
from functions.reports import drafts as report_drafts
from functions.reports import lists as report_lists
from functions.reports import months as production_months
from functions.reports import reviews as report_reviews
from functions.reports import revisions as report_revisions
from functions.reports import settings as report_settings
from functions.reports import submits as report_submits
from functions.reports import types as report_types
from functions.retention import endpoints as retention
from functions.share_links import endpoints as share_links
from functions.share_links import receiving as guest_uploads
from functions.share_links import uploads as upload_links
from functions.sites import endpoints as sites
from functions.users import endpoints as users
from functions.users import letters as user_letters
from functions.views import endpoints as views
from functions.wells import endpoints as wells

APIS = (
    analytics.api,
    api_keys.api,
    archives.api,
    archive_imports.api,
    auth.api,
    auth_keys.api,
    bulk.api,
    bulk_imports.api,
    migrations.api,
    document_types.api,
    documents.api,
    document_previews.api,
    document_acknowledgements.api,
    document_activity.api,
    document_reviews.api,
    document_revisions.api,
    document_search.api,
    document_uploads.api,
    due_plans.api,
    due_reports.api,
    entra.api,
    export_schedules.api,
    exports.api,
    guest_uploads.api,
    health.api,
    holds.api,
    invitations.api,
    organisations.api,
    passwords.api,
    production_months.api,
    report_drafts.api,
    report_lists.api,
    report_reviews.api,
    report_revisions.api,
    report_settings.api,
    report_submits.api,
    report_types.api,
    report_advice.api,
    report_attachments.api,
    retention.api,
    second_factor.api,
    sessions.api,
    share_links.api,
    sites.api,
    tenants.api,
    upload_links.api,
    users.api,
    user_letters.api,
    views.api,
    wells.api,
)
