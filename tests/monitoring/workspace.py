"""A Log Analytics workspace as far as our queries need one: its tables in DuckDB, asked in KQL (duckdb-kql).

Columns and types are those of the tables of the same name in Azure Monitor. Their own columns of `dynamic` type are JSON here.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import duckdb_kql

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "infra" / "monitoring" / "queries"

_EVERY = {"TimeGenerated": "datetime", "Properties": "dynamic", "Measurements": "dynamic", "OperationName": "string",
          "OperationId": "string", "ParentId": "string", "AppRoleName": "string", "AppRoleInstance": "string",
          "AppVersion": "string", "ItemCount": "int", "Type": "string"}  # fmt: skip
SCHEMA: Mapping[str, Mapping[str, str]] = {
    "AppRequests": {**_EVERY, "Id": "string", "Source": "string", "Name": "string", "Url": "string", "Success": "bool",
                    "ResultCode": "string", "DurationMs": "real", "PerformanceBucket": "string"},
    "AppDependencies": {**_EVERY, "Id": "string", "Target": "string", "DependencyType": "string", "Name": "string",
                        "Data": "string", "Success": "bool", "ResultCode": "string", "DurationMs": "real"},
    "AppTraces": {**_EVERY, "Message": "string", "SeverityLevel": "int"},
    "AppExceptions": {**_EVERY, "ProblemId": "string", "ExceptionType": "string", "OuterMessage": "string",
                      "InnermostMessage": "string", "Details": "dynamic", "SeverityLevel": "int"},
    "AppMetrics": {**_EVERY, "Name": "string", "Sum": "real", "Min": "real", "Max": "real"},
    "AppAvailabilityResults": {**_EVERY, "Name": "string", "Location": "string", "Success": "bool", "Message": "string",
                               "DurationMs": "real"},
    "Usage": {"TimeGenerated": "datetime", "DataType": "string", "Solution": "string", "Quantity": "real",
              "QuantityUnit": "string", "IsBillable": "bool", "StartTime": "datetime", "EndTime": "datetime"},
}  # fmt: skip
_SQL = {
    "datetime": "timestamptz",
    "string": "varchar",
    "real": "double",
    "int": "integer",
    "bool": "boolean",
    "dynamic": "json",
}


def query(name: str) -> str:
    return (QUERIES / f"{name}.kql").read_text(encoding="utf-8")


def names() -> list[str]:
    return sorted(path.stem for path in QUERIES.glob("*.kql"))


@dataclass(frozen=True)
class Workspace:
    database: duckdb.DuckDBPyConnection

    def add(self, table: str, **row: Any) -> None:
        """Columns that are not given are empty. `TimeGenerated` is now, `ItemCount` 1."""
        columns = SCHEMA[table]
        row = {"TimeGenerated": datetime.now(UTC), **({"ItemCount": 1} if "ItemCount" in columns else {}), **row}
        if unknown := set(row) - set(columns):
            raise KeyError(f"{table} has no {unknown}")
        values = [json.dumps(value) if columns[name] == "dynamic" else value for name, value in row.items()]
        marks = ", ".join("?" for _ in row)
        self.database.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", values)

    def ask(self, name: str, **replaced: str) -> list[dict[str, Any]]:
        """The rows of a saved query, in which `replaced` texts stand instead of others."""
        text = query(name)
        for old, new in replaced.items():
            text = text.replace(old, new)
        found = duckdb_kql.query(self.database, text)
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]

    def columns(self, name: str) -> dict[str, str]:
        """What a saved query gives, with the types of DuckDB."""
        found = duckdb_kql.query(self.database, query(name))
        return {column: str(kind).lower() for column, kind in zip(found.columns, found.types, strict=True)}


@contextmanager
def open_workspace() -> Iterator[Workspace]:
    """Empty."""
    with duckdb_kql.connect() as database:
        for table, columns in SCHEMA.items():
            database.execute(
                f"create table {table} ({', '.join(f'{name} {_SQL[kind]}' for name, kind in columns.items())})"
            )
        yield Workspace(database)
