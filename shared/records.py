"""What people keep: the nouns that others are built on, the second step of composition.py."""

from dataclasses import dataclass

from shared.app import Platform
from shared.document_types.composition import open_document_types
from shared.document_types.service import DocumentTypeService
from shared.documents.composition import Documents, Neighbours, open_documents
from shared.due_reports.composition import DueReports, open_due_reports
from shared.holds.composition import Holds, open_holds
from shared.notices.letters import ZoneOf
from shared.organisations.repository import OrganisationRepository
from shared.organisations.service import OrganisationService
from shared.people import People
from shared.report_attachments import ReportAttachments
from shared.reports.repository import ReportRepository
from shared.sites.service import SiteService
from shared.users.people import UserPeople
from shared.users.service import first_admin
from shared.wells.repository import WellRepository
from shared.wells.service import WellService


@dataclass(frozen=True, slots=True)
class Records:
    """What the rest is built on."""

    organisations: OrganisationService
    types: DocumentTypeService
    documents: Documents
    holds: Holds
    wells: WellService
    attachments: ReportAttachments
    reports: ReportRepository
    due_reports: DueReports
    zone_of: ZoneOf


def open_records(on: Platform, people: People) -> Records:
    """What they keep."""
    now, blobs, queue, stuck_after = on.now, on.blobs, on.queue, on.settings.reconcile_after
    directory, container = on.database.container("directory"), on.database.container("documents")
    users, sites = people.users.service, people.sites
    organisations = OrganisationService(
        OrganisationRepository(directory), people.basis.credentials.reserve, first_admin, now
    )
    types = open_document_types(directory, users.users.known, now)
    neighbours = Neighbours(types, sites.code_of, sites.check_scope, users.who_may_review, UserPeople(users.users))
    pages, settings = on.database.container("pages"), on.settings.document_settings
    documents = open_documents(container, pages, blobs, queue, settings, neighbours, now)
    reports = ReportRepository(on.database.container("reports"))
    return Records(
        organisations=organisations,
        types=types,
        documents=documents,
        holds=open_holds(container, blobs, queue, stuck_after, now),
        wells=WellService(WellRepository(directory), sites.check_scope, now),
        attachments=ReportAttachments(
            documents.service, documents.uploads, documents.revisions, reports.find, sites.get
        ),
        reports=reports,
        due_reports=open_due_reports(directory, reports.container, queue, sites.check_scope, stuck_after, now),
        zone_of=_zone_of(sites, organisations),
    )


def _zone_of(sites: SiteService, organisations: OrganisationService) -> ZoneOf:
    async def zone_of(organisation_id: str, site_id: str | None) -> str:
        if site_id is not None:
            return await sites.zone_of(organisation_id, site_id)
        return (await organisations.require(organisation_id)).time_zone

    return zone_of
