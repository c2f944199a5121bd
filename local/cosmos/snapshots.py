"""Copies of the data file under names, and the way back.

They lie beside the data file as `<file>.<name>.snapshot`, ordinary SQLite files that `--db` can open too.
"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from local.cosmos.errors import bad_request, not_found
from local.cosmos.store import SCHEMA_VERSION, Store

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_SUFFIX: Final = ".snapshot"


class Snapshots:
    """The snapshots of one data file; a store in memory has none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def listed(self) -> list[dict[str, Any]]:
        """Name, bytes and time (seconds since the epoch) of each, the oldest first."""
        if self._store.path is None:
            return []
        stem = f"{self._store.path.name}."
        files = sorted(self._store.path.parent.glob(f"{stem}*{_SUFFIX}"), key=lambda file: file.stat().st_mtime)
        names = [(file, file.name.removeprefix(stem).removesuffix(_SUFFIX)) for file in files]
        return [
            {"name": name, "bytes": file.stat().st_size, "at": int(file.stat().st_mtime)}
            for file, name in names
            if _NAME.fullmatch(name)
        ]

    def take(self, body: Any) -> None:
        """Copy the data as it is now under `{"name": ...}`, replacing an older copy of that name. Raises 400."""
        file = self._file(body)
        partial = file.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(partial)) as copy:
            self._store.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, complete by itself
        partial.replace(file)

    def restore(self, body: Any) -> None:
        """Replace all data by the copy `{"name": ...}`, all or nothing. Raises 400, 404."""
        file = self._file(body)
        if not file.exists():
            raise not_found(f"There is no snapshot '{body['name']}'.")
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as copy:
            (version,) = copy.execute("PRAGMA user_version").fetchone()
            if version != SCHEMA_VERSION:
                raise bad_request(f"The snapshot has schema {version}; this server needs {SCHEMA_VERSION}.")
            copy.backup(self._store.connection)

    def drop(self, body: Any) -> None:
        """Remove the copy `{"name": ...}`; done already is fine. Raises 400."""
        self._file(body).unlink(missing_ok=True)

    def _file(self, body: Any) -> Path:
        name = body.get("name") if isinstance(body, dict) and set(body) == {"name"} else None
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise bad_request('A snapshot is {"name": up to 64 letters, digits, "-" and "_"}.')
        if self._store.path is None:
            raise bad_request("A server without a data file has no snapshots.")
        path = self._store.path.absolute()
        return path.with_name(f"{path.name}.{name}{_SUFFIX}")
