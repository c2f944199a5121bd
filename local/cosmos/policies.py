"""Checks and completes the definition of a container: key, indexing, unique keys, time to live, computed properties."""

from collections.abc import Mapping
from typing import Any, Final

from local.cosmos.errors import CosmosError, SqlRefusal, bad_request
from local.cosmos.partitionkey import parse_path
from local.cosmos.sql import SqlError, compile_query, parse

_ETAG_PATH: Final = '/"_etag"/?'
_LANGUAGES: Final = ("de-DE", "en-US", "es-ES", "fr-FR", "it-IT", "pt-BR", "pt-PT")
_REFUSED: Final = {
    "analyticalStorageTtl": "Analytical storage",
    "vectorEmbeddingPolicy": "Vector embedding policies",
    "changeFeedPolicy": "Change feed policies (all versions and deletes)",
    "clientEncryptionPolicy": "Client encryption",
}


def complete(body: Mapping[str, Any]) -> dict[str, Any]:
    """The definition as stored and shown. Raises 400 for what the service refuses or this server does not serve."""
    for name, what in _REFUSED.items():
        if body.get(name) is not None:
            raise bad_request(f"{what} are not supported by the local Cosmos server.")
    definition: dict[str, Any] = {"id": body["id"], "indexingPolicy": _indexing(body.get("indexingPolicy"))}
    definition["partitionKey"] = _partition_key(body.get("partitionKey"))
    if body.get("defaultTtl") is not None:
        definition["defaultTtl"] = _ttl(body["defaultTtl"])
    definition["uniqueKeyPolicy"] = _unique_keys(body.get("uniqueKeyPolicy"))
    definition["conflictResolutionPolicy"] = body.get("conflictResolutionPolicy") or {
        "mode": "LastWriterWins",
        "conflictResolutionPath": "/_ts",
        "conflictResolutionProcedure": "",
    }
    definition["geospatialConfig"] = body.get("geospatialConfig") or {"type": "Geography"}
    if body.get("computedProperties") is not None:
        definition["computedProperties"] = _computed(body["computedProperties"])
    if body.get("fullTextPolicy") is not None:
        definition["fullTextPolicy"] = _full_text(body["fullTextPolicy"])
    _check_text_indexes(definition)
    return definition


def replacement(old: Mapping[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
    """The definition after a replace. Raises 400 for a change of what is fixed at creation."""
    definition = complete({**body, "partitionKey": body.get("partitionKey") or old["partitionKey"]})
    if definition["id"] != old["id"]:
        raise bad_request("The id of a container cannot be changed.")
    if definition["partitionKey"] != old["partitionKey"]:
        raise bad_request("Partition key definition of a container cannot be changed.")
    if body.get("uniqueKeyPolicy") is None:
        definition["uniqueKeyPolicy"] = old["uniqueKeyPolicy"]
    elif definition["uniqueKeyPolicy"] != old["uniqueKeyPolicy"]:
        raise bad_request("The unique key policy of a container cannot be changed after it was created.")
    return definition


def _partition_key(spec: Any) -> dict[str, Any]:
    if not isinstance(spec, Mapping) or not isinstance(spec.get("paths"), list) or not spec["paths"]:
        raise bad_request("The partition key definition needs a list 'paths' with at least one path.")
    paths = spec["paths"]
    kind = spec.get("kind", "Hash")
    if kind not in ("Hash", "MultiHash"):
        raise bad_request(f"The partition key kind '{kind}' is not supported.")
    if len(paths) > (3 if kind == "MultiHash" else 1):
        raise bad_request("Too many partition key paths: one for kind Hash, at most three for kind MultiHash.")
    version = spec.get("version", 2 if kind == "MultiHash" else 1)
    if version not in (1, 2) or (kind == "MultiHash" and version != 2):
        raise bad_request(f"The partition key version '{version}' is not supported.")
    for path in paths:
        _check_path(path)
    return {"paths": list(paths), "kind": kind, "version": version}


def _check_path(path: Any) -> None:
    if not isinstance(path, str):
        raise bad_request("A path has to be a string.")
    parse_path(path)


def _indexing(policy: Any) -> dict[str, Any]:
    policy = policy or {}
    if not isinstance(policy, Mapping):
        raise bad_request("The indexing policy has to be an object.")
    mode = str(policy.get("indexingMode", "consistent")).lower()
    if mode not in ("consistent", "none", "lazy"):
        raise bad_request(f"The indexing mode '{mode}' is unknown.")
    done: dict[str, Any] = {"indexingMode": mode, "automatic": policy.get("automatic", mode != "none")}
    included = _paths(policy.get("includedPaths"), "includedPaths")
    excluded = _paths(policy.get("excludedPaths"), "excludedPaths")
    if mode != "none":
        if not included and not any(entry["path"] == "/*" for entry in excluded):
            included = [{"path": "/*"}]
        if not any(entry["path"] == _ETAG_PATH for entry in excluded):
            excluded = [*excluded, {"path": _ETAG_PATH}]
    done["includedPaths"] = included
    done["excludedPaths"] = excluded
    if policy.get("compositeIndexes"):
        done["compositeIndexes"] = [_composite(index) for index in policy["compositeIndexes"]]
    if policy.get("spatialIndexes"):
        done["spatialIndexes"] = policy["spatialIndexes"]
    if policy.get("fullTextIndexes"):
        done["fullTextIndexes"] = _text_paths(policy["fullTextIndexes"], "Full Text Index", "fullTextIndexes")
    if policy.get("vectorIndexes"):
        raise bad_request("vectorIndexes are not supported by the local Cosmos server.")
    return done


def _full_text(policy: Any) -> dict[str, Any]:
    if not isinstance(policy, Mapping) or set(policy) - {"defaultLanguage", "fullTextPaths"}:
        raise bad_request("The full text policy takes 'defaultLanguage' and 'fullTextPaths'.")
    paths = _text_paths(policy.get("fullTextPaths") or [], "Full Text Policy", "fullTextPaths")
    languages = [policy.get("defaultLanguage"), *(entry["language"] for entry in paths if "language" in entry)]
    for language in languages:
        if language not in _LANGUAGES:
            raise bad_request(f"The Full Text Policy contains an unsupported language '{language}'.")
    return {"defaultLanguage": policy["defaultLanguage"], "fullTextPaths": paths}


def _text_paths(entries: Any, what: str, name: str) -> list[dict[str, Any]]:
    """Paths to one property each: the service takes no wildcards here."""
    if not isinstance(entries, list):
        raise bad_request(f"{name} has to be a list.")
    for entry in entries:
        path = entry.get("path") if isinstance(entry, Mapping) else None
        if not isinstance(path, str) or not path.startswith("/") or not {"*", "?", "[]"}.isdisjoint(parse_path(path)):
            raise bad_request(f"The {what} contains an invalid path: '{path}'.")
        if set(entry) - {"path", "language"}:
            raise bad_request(f"The entries of {name} take only a path and a language.")
    return [dict(entry) for entry in entries]


def _check_text_indexes(definition: Mapping[str, Any]) -> None:
    declared = [entry["path"] for entry in definition.get("fullTextPolicy", {}).get("fullTextPaths", ())]
    for entry in definition["indexingPolicy"].get("fullTextIndexes", ()):
        if entry["path"] not in declared:
            raise bad_request(f"The Full Text Index path '{entry['path']}' is not in the Full Text Policy.")


def _paths(entries: Any, name: str) -> list[dict[str, Any]]:
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise bad_request(f"{name} has to be a list.")
    done = []
    for entry in entries:
        if not isinstance(entry, Mapping) or not isinstance(entry.get("path"), str) or entry["path"][:1] != "/":
            raise bad_request(f"Every entry of {name} needs a 'path' that starts with '/'.")
        # Index kinds and precisions are obsolete; the service accepts and forgets them.
        done.append({"path": "/*" if entry["path"] == "/" else entry["path"]})
    return done


def _composite(index: Any) -> list[dict[str, str]]:
    if not isinstance(index, list) or len(index) < 2:
        raise bad_request("A composite index needs at least two paths.")
    done = []
    for entry in index:
        order = str(entry.get("order", "ascending")).lower() if isinstance(entry, Mapping) else ""
        if order not in ("ascending", "descending"):
            raise bad_request("Every path of a composite index needs the order 'ascending' or 'descending'.")
        _check_path(entry.get("path"))
        done.append({"path": entry["path"], "order": order})
    return done


def _ttl(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value == 0 or not -1 <= value <= 0x7FFFFFFF:
        raise bad_request(
            f"The input defaultTtl '{value}' is invalid. Ensure to provide a nonzero positive integer or -1."
        )
    return value


def _unique_keys(policy: Any) -> dict[str, Any]:
    keys = (policy or {}).get("uniqueKeys", []) if isinstance(policy or {}, Mapping) else None
    if not isinstance(keys, list):
        raise _bad_unique()
    done = []
    for key in keys:
        if not isinstance(key, Mapping) or not isinstance(key.get("paths"), list) or not key["paths"]:
            raise _bad_unique()
        for path in key["paths"]:
            _check_path(path)
        done.append({"paths": list(key["paths"])})
    return {"uniqueKeys": done}


def _bad_unique() -> CosmosError:
    return bad_request("The unique key policy needs a list 'uniqueKeys' of objects with a list 'paths'.")


def _computed(entries: Any) -> list[dict[str, str]]:
    if not isinstance(entries, list):
        raise bad_request("One of the specified inputs is invalid: computedProperties has to be a list.")
    done = []
    for entry in entries:
        if not isinstance(entry, Mapping) or not all(isinstance(entry.get(part), str) for part in ("name", "query")):
            raise bad_request("Every computed property needs the strings 'name' and 'query'.")
        if [word.upper() for word in entry["query"].split()[:2]] != ["SELECT", "VALUE"]:
            raise bad_request("The query of a computed property has to start with SELECT VALUE.")
        try:
            compile_query(parse(entry["query"]), [])
        except SqlError as error:
            raise SqlRefusal(error.code, error.message, error.start, error.end) from None
        done.append({"name": entry["name"], "query": entry["query"]})
    return done
