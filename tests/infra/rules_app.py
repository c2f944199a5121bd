"""Rules about the app: what Flex Consumption takes and refuses, its settings, its queues, and the indexes its queries need."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from shared.config import Settings
from tests.infra.infrastructure import Infrastructure, text

REPOSITORY = Path(__file__).resolve().parents[2]
# Refused or ignored on Flex Consumption (functions-app-settings, "Flex Consumption plan deprecations").
NEVER_SET = re.compile(
    r"FUNCTIONS_WORKER_RUNTIME(_VERSION)?|FUNCTIONS_EXTENSION_VERSION|FUNCTIONS_WORKER_PROCESS_COUNT|FUNCTIONS_MAX_HTTP_CONCURRENCY"
    r"|FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED|WEBSITE_RUN_FROM_PACKAGE(_BLOB_MI_RESOURCE_ID)?|WEBSITE_CONTENT\w*"
    r"|WEBSITE_VNET_ROUTE_ALL|WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT|WEBSITE_NODE_DEFAULT_VERSION|WEBSITE_SKIP_\w+|WEBSITE_TIME_ZONE|TZ"
    r"|WEBSITE_USE_PLACEHOLDER\w*|WEBSITE_OVERRIDE_STICKY\w*|SCM_DO_BUILD_DURING_DEPLOYMENT|ENABLE_ORYX_BUILD|BUILD_FLAGS"
    r"|XDG_CACHE_HOME|SCALE_CONTROLLER_LOGGING_ENABLED|AzureWebJobsDashboard|WEBSITE_DNS_SERVER|WEBSITE_MOUNT_ENABLED|WEBSITES_\w+"
)
# Beside the identity's settings, an empty connection string would be taken for the connection.
CONNECTION_STRINGS = {"AzureWebJobsStorage", "COSMOS", "BLOBS", "QUEUES"}
# The product attaches its exporter itself (shared/kit/telemetry.py): a flag of the worker would do it twice.
TWICE = {"PYTHON_APPLICATIONINSIGHTS_ENABLE_TELEMETRY", "PYTHON_ENABLE_OPENTELEMETRY", "APPINSIGHTS_INSTRUMENTATIONKEY"}
# Some regions pass over them, others refuse the whole deployment.
NEVER_IN_SITE = {
    "alwaysOn", "appCommandLine", "healthCheckPath", "linuxFxVersion", "netFrameworkVersion", "numberOfWorkers", "preWarmedInstanceCount",
    "functionAppScaleLimit", "minimumElasticInstanceCount", "vnetRouteAllEnabled", "appSettings", "connectionStrings", "ftpsState",
    "use32BitWorkerProcess", "windowsFxVersion", "pythonVersion", "nodeVersion", "javaVersion", "phpVersion", "powerShellVersion",
    "functionsRuntimeScaleMonitoringEnabled",
}  # fmt: skip
PLATFORM = {
    "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
    "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "COSMOS__credential", "COSMOS__clientId", "QUEUES__credential",
    "QUEUES__clientId", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG",
    "APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED", "AzureFunctionsJobHost__logging__logLevel__Function",
}  # fmt: skip
FROM_THE_VAULT = {"TOKEN_SIGNING_KEYS", "PROTECTION_KEYS", "PROVISIONING_KEY_HASH", "SMTP_PASSWORD"}
LOCAL_ONLY = {"FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "COSMOS", "BLOBS", "QUEUES"}
LIST_QUEUES = """
import json, threading
threading.Thread.start = lambda self: None  # no prewarming
import function_app
bindings = [binding for one in function_app.app.get_functions() for binding in one.get_bindings_dict()["bindings"]]
print(json.dumps(sorted(binding["queueName"] for binding in bindings if binding["type"] == "queueTrigger")))
"""
SIZES = {512, 2048, 4096}
# what both Bicep's pinned version and local/provision.py know of a container: anything else one of them would leave out
OF_A_CONTAINER = {"id", "partitionKey", "defaultTtl", "fullTextPolicy", "indexingPolicy"}
OF_ITS_INDEX = {"indexingMode", "automatic", "includedPaths", "excludedPaths", "compositeIndexes", "fullTextIndexes"}
# what lists of a noun read; of a noun that is not here, some container has to have the index
CONTAINERS = {
    **dict.fromkeys(("api-keys", "document-types", "due-plans", "sites", "users", "views", "wells"), "directory"),
    **dict.fromkeys(("archives", "archive-imports", "bulk-operations", "export-schedules", "exports"), "exports"),
    **dict.fromkeys(("documents", "holds", "retention", "share-links", "upload-links"), "documents"),
    **dict.fromkeys(("reports",), "reports"),
}


def known_settings() -> set[str]:
    aliases = {name: field.validation_alias for name, field in Settings.model_fields.items()}
    return {str(alias.choices[0]) if alias is not None else name.upper() for name, alias in aliases.items()}  # type: ignore[union-attr]


def settings_agree(infra: Infrastructure) -> Iterator[str]:
    given, known = set(infra.settings()), known_settings()
    example = set(infra.json("local.settings.example.json")["Values"])
    documented = set(re.findall(r"^\| `(\w+)` \|", (infra.root / "docs/settings.md").read_text(encoding="utf-8"), re.M))
    for name in sorted((known | PLATFORM) ^ (given | CONNECTION_STRINGS - {"AzureWebJobsStorage"})):
        yield f"app_settings.bicep: {name} is missing or unknown"
    for name in sorted(known ^ (example - (LOCAL_ONLY - known))):
        yield f"local.settings.example.json: {name} is missing or unknown"
    for name in sorted((known | PLATFORM) ^ documented):
        yield f"docs/settings.md: {name} is missing or unknown"


def settings_fit_the_platform(infra: Infrastructure) -> Iterator[str]:
    settings = infra.settings()
    for name in sorted(settings):
        if NEVER_SET.fullmatch(name):
            yield f"app_settings.bicep: {name} is not for Flex Consumption"
        if name in CONNECTION_STRINGS or name in TWICE:
            yield f"app_settings.bicep: {name} must not be there, not even empty"
    for name in sorted(FROM_THE_VAULT):
        if "${vault}" not in text(settings.get(name)):
            yield f"app_settings.bicep: {name} does not come from the vault"
    for connection in ("AzureWebJobsStorage", "COSMOS", "QUEUES"):
        if text(settings.get(f"{connection}__credential")) != "identity":
            yield f"app_settings.bicep: {connection} is not reached by identity"
    if settings.get("SESSION_COOKIE_SECURE") != "true":
        yield "app_settings.bicep: cookies would travel in the open"


def the_app_fits_the_plan(infra: Infrastructure) -> Iterator[str]:
    plans, apps = (list(infra.resources(f"Microsoft.Web/{kind}")) for kind in ("serverfarms", "sites"))
    if len(plans) != len(apps):
        yield f"{len(plans)} plans for {len(apps)} apps: Flex Consumption takes one for each"
    for where, app in apps:
        for name in sorted(NEVER_IN_SITE & (app.get("properties.siteConfig") or {}).keys()):
            yield f"{where}: siteConfig.{name} is refused on Flex Consumption"
        scale = app.get("properties.functionAppConfig.scaleAndConcurrency") or {}
        if text(scale.get("triggers", {}).get("http")) != "scale.httpConcurrency":
            yield f"{where}: one HTTP call at a time in each instance, which is the default for Python"
    for origin, scale in _scales(infra):
        if scale["memory"] not in SIZES or not 1 <= scale["most"] <= 1000:
            yield f"{origin}: {scale['memory']} MB, at most {scale['most']} instances"
        if not re.fullmatch(r"3\.1[1-3]", scale["pythonVersion"]):
            yield f"{origin}: Python {scale['pythonVersion']} is not what is tested"
        if scale["httpConcurrency"] > infra.json("host.json")["extensions"]["http"]["maxConcurrentRequests"]:
            yield f"{origin}: the host would not serve {scale['httpConcurrency']} calls at once"
        for group in scale["alwaysReady"]:
            if scale["zoneRedundant"] and group["instanceCount"] < 2:
                yield f"{origin}: zones need two always-ready instances of {group['name']}, or none"


def _scales(infra: Infrastructure) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "main.bicep", infra.file("main").find("param", "scale").value
    for name, file in infra.parameters.items():
        yield from ((f"{name}.bicepparam", one.value) for one in file.of("param") if one.name == "scale")


def jobs_have_queues(infra: Infrastructure) -> Iterator[str]:
    queues = set(infra.data["queues"])
    for name in sorted(queues):
        partner = name.removesuffix("-poison") if name.endswith("-poison") else f"{name}-poison"
        if partner not in queues:
            yield f"infra/data.json: {name} without {partner}"
        if not re.fullmatch(r"(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*", name):
            yield f"infra/data.json: {name} is no name for a queue"
    for name in sorted(queues ^ _queues_of_the_functions()):
        yield f"infra/data.json and the functions: {name} is on one side only"
    if any(count > 1 for count in Counter(infra.data["queues"]).values()):
        yield "infra/data.json: a queue is listed twice"
    if infra.file("malware").find("var", "queueName").value not in queues:
        yield "malware.bicep: reports go to a queue nobody reads"


@cache
def _queues_of_the_functions() -> frozenset[str]:
    """Asked of a process of its own: an app lists its functions once."""
    run = subprocess.run(
        [sys.executable, "-c", LIST_QUEUES], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return frozenset(json.loads(run.stdout))


def lists_have_indexes(infra: Infrastructure) -> Iterator[str]:
    """Every sort of the API, in both directions; ties are broken by id."""
    indexed = {
        container["id"]: {
            tuple((part["path"], part["order"]) for part in index)
            for index in container["indexingPolicy"].get("compositeIndexes", [])
        }
        for container in infra.data["containers"]
    }
    for route, operations in infra.json("docs/api/openapi.json")["paths"].items():
        for parameter in operations.get("get", {}).get("parameters", []):
            if parameter["name"] != "sort":
                continue
            container = CONTAINERS.get(route.split("/")[2])
            asked = indexed.values() if container is None else [indexed[container]]
            for sort in parameter["schema"]["enum"]:
                order = "descending" if sort.startswith("-") else "ascending"
                wanted = (f"/{sort.removeprefix('-')}", order), ("/id", order)
                if not any(wanted in indexes for indexes in asked):
                    yield f"infra/data.json: {container or 'no container'} has no index for GET {route}?sort={sort}"


def containers_are_whole(infra: Infrastructure) -> Iterator[str]:
    features = text(infra.file("database").find("var", "features").value)
    for container in infra.data["containers"]:
        for name in sorted((container.keys() - OF_A_CONTAINER) | (container["indexingPolicy"].keys() - OF_ITS_INDEX)):
            yield f"infra/data.json: {container['id']} has {name}, which not everybody knows"
        searched = {path["path"] for path in container.get("fullTextPolicy", {}).get("fullTextPaths", [])}
        indexed = {index["path"] for index in container["indexingPolicy"].get("fullTextIndexes", [])}
        if searched != indexed or (searched and "EnableNoSQLFullTextSearch" not in features):
            yield f"infra/data.json: {container['id']} is searched by {sorted(searched)}, indexed by {sorted(indexed)}"
        if container["id"] in ("documents", "pages") and "/words" not in indexed:
            yield f"infra/data.json: {container['id']} cannot be searched"
        if container["partitionKey"].get("version") != 2:
            yield f"infra/data.json: the key of {container['id']} is of version 1"
    if "leases" not in {container["id"] for container in infra.data["containers"]}:
        yield "infra/data.json: the change feed has no leases, and the app may not make them"


RULES = (
    settings_agree, settings_fit_the_platform, the_app_fits_the_plan, jobs_have_queues, lists_have_indexes, containers_are_whole,
)  # fmt: skip
