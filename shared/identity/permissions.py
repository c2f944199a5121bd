"""Who may do what: one table, role by permission. docs/security.md and the tests are made from it."""

from enum import StrEnum


class Role(StrEnum):
    ADMIN = "admin"
    ENGINEER = "engineer"
    OPERATOR = "operator"
    VIEWER = "viewer"


class Permission(StrEnum):
    DOCUMENTS_READ = "documents:read"
    DOCUMENTS_WRITE = "documents:write"
    DOCUMENTS_DELETE = "documents:delete"
    DOCUMENTS_SHARE = "documents:share"
    DOCUMENTS_REVIEW = "documents:review"
    REPORTS_READ = "reports:read"
    REPORTS_WRITE = "reports:write"
    REPORTS_REVIEW = "reports:review"
    REPORTS_REOPEN_FINAL = "reports:reopen-final"
    REPORTS_PLAN = "reports:plan"
    EXPORTS_REQUEST = "exports:request"
    EXPORTS_SCHEDULE = "exports:schedule"
    BULK_MANAGE = "bulk:manage"
    DOCUMENTS_ACKNOWLEDGE = "documents:acknowledge"
    DOCUMENT_TYPES_READ = "document-types:read"
    DOCUMENT_TYPES_WRITE = "document-types:write"
    VIEWS_SHARE = "views:share"
    HOLDS_READ = "holds:read"
    HOLDS_WRITE = "holds:write"
    RETENTION_READ = "retention:read"
    RETENTION_WRITE = "retention:write"
    ORGANISATION_READ = "organisation:read"
    ORGANISATION_WRITE = "organisation:write"
    SITES_READ = "sites:read"
    SITES_WRITE = "sites:write"
    USERS_READ = "users:read"
    USERS_WRITE = "users:write"
    API_KEYS_READ = "api-keys:read"
    API_KEYS_WRITE = "api-keys:write"
    ARCHIVES_WRITE = "archives:write"


_READ = frozenset(
    {
        Permission.DOCUMENTS_READ,
        Permission.DOCUMENTS_ACKNOWLEDGE,
        Permission.DOCUMENT_TYPES_READ,
        Permission.REPORTS_READ,
        Permission.EXPORTS_REQUEST,
        Permission.ORGANISATION_READ,
        Permission.SITES_READ,
    }
)
_WRITE = _READ | {Permission.DOCUMENTS_WRITE, Permission.REPORTS_WRITE}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(Permission),
    Role.ENGINEER: _WRITE
    | {
        Permission.DOCUMENTS_DELETE,
        Permission.DOCUMENTS_SHARE,
        Permission.DOCUMENTS_REVIEW,
        Permission.DOCUMENT_TYPES_WRITE,
        Permission.REPORTS_REVIEW,
        Permission.EXPORTS_SCHEDULE,
        Permission.VIEWS_SHARE,
        Permission.HOLDS_READ,
        Permission.RETENTION_READ,
        Permission.USERS_READ,
    },
    Role.OPERATOR: _WRITE,
    Role.VIEWER: _READ,
}

FOR_PERSONS_ONLY = frozenset(
    {
        Permission.USERS_WRITE,
        Permission.API_KEYS_WRITE,
        Permission.ORGANISATION_WRITE,
        Permission.HOLDS_WRITE,
        Permission.RETENTION_WRITE,
        Permission.ARCHIVES_WRITE,
        Permission.DOCUMENTS_ACKNOWLEDGE,
    }
)
"""What no API key is ever given: a stolen one must not make itself a successor, delete for good, or take everything away; and no machine
has read anything.
"""
