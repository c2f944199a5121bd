"""What can be wrong with archives."""

from shared.errors import Conflict


class ArchiveNotReady(Conflict):
    code = "archive_not_ready"
    message = "The archive has no such part: it is not finished, it failed, or it has expired."


class ArchiveUnderWay(Conflict):
    code = "archive_under_way"
    message = "An archive of the organisation is being written. Wait for it, or cancel it."


class ImportUnderWay(Conflict):
    code = "import_under_way"
    message = "The import is being worked on, or has finished."


class ImportExpired(Conflict):
    code = "import_expired"
    message = "What was uploaded has been deleted. Begin another import."


class ManifestMissing(Conflict):
    code = "manifest_missing"
    message = "The manifest has not been uploaded as it was announced."


class OrganisationNotEmpty(Conflict):
    code = "organisation_not_empty"
    message = "The organisation has documents already. An archive is restored into one that has none."


class ArchiveRefused(Exception):
    """What was uploaded is not an archive that can be restored. `code` is stable, `where` names the part and entry."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(f"{code}: {where}" if where else code)
        self.code, self.where = code, where
