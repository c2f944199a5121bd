"""Rules about who may do what, what is watched, what is kept from being deleted, and how files look."""

import re
from collections.abc import Iterator

from scripts.bicep_reader import Loop
from tests.infra.infrastructure import ENVIRONMENTS, Infrastructure, text

# Microsoft's own ids of the roles: a wrong one grants something else, and looks the same.
ROLES = {
    "contributor": "b24988ac-6180-42a0-ab88-20f7382dd24c",
    "emailSender": "09976791-48a7-449e-bb21-39d1a415f350",
    "eventGridDataSender": "d5a91429-5739-47e2-a06b-3470a27159e7",
    "keyVaultSecretsOfficer": "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    "keyVaultSecretsUser": "4633458b-17de-408a-b874-0445c86b69e6",
    "locksContributor": "28bf596f-4eb7-45ce-b5bc-6cf482fec137",
    "monitoringMetricsPublisher": "3913510d-42f4-4e42-8a64-420c390055eb",
    "roleAdministrator": "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    "storageBlobDataContributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    "storageBlobDataOwner": "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
    "storageBlobDelegator": "db58b8e5-c6ad-4a2a-8342-4190687cbf4a",
    "storageQueueDataContributor": "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
    "storageQueueMessageSender": "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
    "storageTableDataContributor": "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
    "webPubSubServiceOwner": "12cf5a90-567b-43ae-8102-96cf46c7d9b4",
    "websiteContributor": "de139f84-1756-47ae-9be6-808fbbe84772",
}
# file > roles it may give; whatever is not here is given nowhere
GRANTS = {
    "database_access": set[str](),
    "deploy_access": {"contributor", "websiteContributor"},
    "document_containers": {"storageBlobDataContributor", "storageBlobDataOwner", "storageBlobDelegator"},
    "host_storage": {"storageBlobDataOwner", "storageQueueDataContributor", "storageTableDataContributor"},
    "identities": {"contributor", "locksContributor", "roleAdministrator"},
    "logs": {"monitoringMetricsPublisher"},
    "mail": {"emailSender"},
    "malware": {"storageQueueMessageSender"},
    "realtime": {"webPubSubServiceOwner"},
    "vault": {"keyVaultSecretsOfficer", "keyVaultSecretsUser"},
}
OF_THE_GROUP = {
    "provisionContributes",
    "provisionLocks",
    "provisionGrants",
}  # the workflow that changes the infrastructure
WATCHED = {
    "cache", "database", "document_storage", "front_door", "function_app", "host_storage", "mail", "malware", "realtime", "vault",
}  # fmt: skip
KEPT = {"database", "document_storage", "host_storage", "vault"}
LINES, MAIN_LINES = 150, 300
_ROLE = re.compile(r"\broles\.(\w+)")
_SECRET = re.compile(r"(key|secret|password|token|connectionstring)$", re.I)
_LOOKS_SECRET = re.compile(r"'(?:[A-Za-z0-9+/_-]{32,}={0,2}|-----BEGIN[^']*|[0-9a-f]{32,})'")


def roles_are_what_they_are_called(infra: Infrastructure) -> Iterator[str]:
    for name in sorted(infra.roles.keys() | ROLES.keys()):
        if infra.roles.get(name) != ROLES.get(name):
            yield f"infra/roles.json: {name} is {infra.roles.get(name)}, Microsoft's is {ROLES.get(name)}"


def roles_are_given_where_they_belong(infra: Infrastructure) -> Iterator[str]:
    for file in infra.files:
        given = {
            role
            for one in file.of("resource")
            if one.type.endswith("roleAssignments")
            for role in _ROLE.findall(text(one.body))
        }
        given |= {
            role for one in file.of("var") if one.name.endswith("Roles") for role in _ROLE.findall(text(one.value))
        }
        for role in sorted(given - GRANTS.get(file.path.stem, set())):
            yield f"{file.path.name} gives {role}"
    for where, one in infra.resources("Microsoft.Authorization/roleAssignments"):
        name = one.get("name")
        if not text(name).startswith("guid("):
            yield f"{where}: a name that is not made by guid() is another one at the next deployment"
        if one.get("scope") is None and one.name not in OF_THE_GROUP:
            yield f"{where}: for the whole resource group"
        if one.get("properties.principalType") is None and one.name != "keepersWrite":
            yield f"{where}: without principalType a new identity is not found yet"


def the_provisioning_identity_is_bounded(infra: Infrastructure) -> Iterator[str]:
    grants = infra.file("identities").find("resource", "provisionGrants")
    if grants.get("properties.condition") is None:
        yield "identities.bicep: the provisioning identity may give any role"
    for name in sorted(OF_THE_GROUP):
        if not infra.file("identities").find("resource", name).condition.startswith("asOwner && "):
            yield f"identities.bicep {name}: a workflow would write its own role, and may not"
    grantable = set(_ROLE.findall(text(infra.file("identities").find("var", "grantable").value)))
    for role in sorted(grantable & {"roleAdministrator", "locksContributor"}):
        yield f"identities.bicep: the provisioning identity may give {role}"
    for role in sorted(set().union(*GRANTS.values()) - grantable - {"roleAdministrator", "locksContributor"}):
        yield f"identities.bicep: the provisioning identity cannot give {role}, so its deployments fail"


def services_are_watched(infra: Infrastructure) -> Iterator[str]:
    for name in sorted(WATCHED):
        if not any(one.type == "Microsoft.Insights/diagnosticSettings" for one in infra.file(name).of("resource")):
            yield f"{name}.bicep: nothing of it reaches the logs"


def data_is_kept(infra: Infrastructure) -> Iterator[str]:
    for name in sorted(KEPT):
        locks = [one for one in infra.file(name).of("resource") if one.type == "Microsoft.Authorization/locks"]
        if [(one.condition, one.get("properties.level")) for one in locks] != [("locked", "CanNotDelete")]:
            yield f"{name}.bicep: a deletion would take data away"
    if [one.value for one in infra.parameters["prod"].of("param") if one.name == "locked"] != [True]:
        yield "prod.bicepparam: nothing is locked"


def resources_are_tagged(infra: Infrastructure) -> Iterator[str]:
    for where, one in infra.resources():
        if one.get("location") is not None and one.get("tags") is None and one.type.count("/") == 1:
            yield f"{where}: no tags"


def files_are_small_and_described(infra: Infrastructure) -> Iterator[str]:
    for file in infra.files:
        lines, most = len(file.text.splitlines()), MAIN_LINES if file.path.stem == "main" else LINES
        if lines > most:
            yield f"{file.path.name} has {lines} lines"
        if not file.text.startswith("// "):
            yield f"{file.path.name} does not say what it is for"
        for one in file.of("param"):
            if not any(said.startswith("description(") for said in one.decorators):
                yield f"{file.path.name}:{one.line} {one.name}: no description"
        for number, line in enumerate(file.text.splitlines(), 1):
            if "checkov:skip=" in line and not re.search(r"checkov:skip=CKV\w+: .{10,}", line):
                yield f"{file.path.name}:{number}: a skip without a reason"


def parameters_are_whole_and_no_secret(infra: Infrastructure) -> Iterator[str]:
    main = {one.name: one for one in infra.file("main").of("param")}
    for name in ENVIRONMENTS:
        for one in infra.parameters[name].of("param"):
            where = f"{name}.bicepparam:{one.line} {one.name}"
            if one.name not in main:
                yield f"{where}: main.bicep has no such parameter"
            elif isinstance(one.value, dict) and one.name not in ("settings", "tags"):
                for key in sorted(main[one.name].value.keys() ^ one.value.keys()):
                    yield f"{where}: {key} is missing or unknown; an object is not merged with its default"
        if found := _LOOKS_SECRET.search(infra.parameters[name].text):
            yield f"{name}.bicepparam: {found[0][:9]}...' looks like a secret"
        overrides = next((one.value for one in infra.parameters[name].of("param") if one.name == "settings"), {})
        for key in sorted(overrides):
            if key not in infra.settings() or "${vault}" in text(infra.settings()[key]) or _SECRET.search(key):
                yield f"{name}.bicepparam: settings.{key} is unknown, or a secret"
    for file in infra.files:
        for one in file.of("param"):
            if "secure()" in one.decorators or _SECRET.search(one.name):
                yield f"{file.path.name}:{one.line} {one.name}: secrets do not pass through templates"


def loops_are_over_the_one_list(infra: Infrastructure) -> Iterator[str]:
    """infra/data.json is what the local stack provisions, too."""
    for file, resource, over in (
        ("host_storage", "queues", "data.queues"),
        ("host_storage", "appOnQueue", "data.queues"),
        ("document_containers", "containers", "data.blobContainers"),
        ("document_containers", "appOnContainer", "data.blobContainers"),
        ("database", "containers", "data.containers"),
    ):
        value = infra.file(file).find("resource", resource).value
        if not isinstance(value, Loop) or value.over.text != over or value.condition:
            yield f"{file}.bicep: {resource} is not exactly {over}"
        if text(infra.file(file).find("var", "data").value) != "loadJsonContent('../../infra/data.json')":
            yield f"{file}.bicep: `data` is not infra/data.json"
    if text(infra.file("database").find("resource", "containers").get("properties.resource")) != "container":
        yield "database.bicep: containers are not as infra/data.json has them"


RULES = (
    roles_are_what_they_are_called, roles_are_given_where_they_belong, the_provisioning_identity_is_bounded, services_are_watched,
    data_is_kept, resources_are_tagged, files_are_small_and_described, parameters_are_whole_and_no_secret,
    loops_are_over_the_one_list,
)  # fmt: skip
