"""Who may do what: one table, role by permission. docs and tests are made from it."""

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
    USERS_READ = "users:read"
    USERS_WRITE = "users:write"


_READ = frozenset({Permission.DOCUMENTS_READ})
_WRITE = _READ | {Permission.DOCUMENTS_WRITE}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(Permission),
    Role.ENGINEER: _WRITE | {Permission.DOCUMENTS_DELETE, Permission.USERS_READ},
    Role.OPERATOR: _WRITE,
    Role.VIEWER: _READ,
}
