"""Rules about what is deployed, whatever a parameter file chooses: names, addresses, doors, and that every setting has the right value."""

import re
from collections import Counter
from collections.abc import Iterator

import yaml
from pydantic import ValidationError

from shared.config import Settings
from shared.documents.defender import RESULTS_QUEUE
from shared.identity.entra.settings import CALLBACK
from shared.identity.entra.tokens import APP_ROLE, USER_SCOPE
from shared.identity.permissions import Role
from tests.infra.deployment import GROUP, Deployment, Resource, Template
from tests.infra.expressions import Wrong
from tests.infra.infrastructure import ENVIRONMENTS, Infrastructure

GUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
# Longest and shortest names and their letters, as Azure has them ("Naming rules and restrictions for Azure resources").
NAMES = {
    "Microsoft.Authorization/roleAssignments": GUID,
    "Microsoft.Cache/redisEnterprise": r"[A-Za-z0-9](-?[A-Za-z0-9]){0,59}",
    "Microsoft.Cdn/profiles/afdEndpoints": r"[A-Za-z0-9][A-Za-z0-9-]{0,44}[A-Za-z0-9]",
    "Microsoft.Communication/communicationServices": r"[A-Za-z0-9-]{1,63}",
    "Microsoft.Communication/emailServices": r"[A-Za-z0-9-]{1,63}",
    "Microsoft.DocumentDB/databaseAccounts": r"[a-z0-9][a-z0-9-]{1,42}[a-z0-9]",
    "Microsoft.EventGrid/topics": r"[A-Za-z0-9-]{3,50}",
    "Microsoft.Insights/workbooks": GUID,
    "Microsoft.KeyVault/vaults": r"(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]",
    "Microsoft.ManagedIdentity/userAssignedIdentities": r"[A-Za-z0-9][A-Za-z0-9_-]{2,127}",
    "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies": r"[A-Za-z][A-Za-z0-9]{0,127}",
    "Microsoft.Network/privateEndpoints": r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9_]",
    "Microsoft.OperationalInsights/workspaces": r"[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]",
    "Microsoft.SignalRService/webPubSub": r"[A-Za-z][A-Za-z0-9-]{1,61}[A-Za-z0-9]",
    "Microsoft.Storage/storageAccounts": r"[a-z0-9]{3,24}",
    "Microsoft.Storage/storageAccounts/blobServices/containers": r"(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
    "Microsoft.Storage/storageAccounts/queueServices/queues": r"(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
    "Microsoft.Web/serverfarms": r"[A-Za-z0-9-]{1,60}",
    "Microsoft.Web/sites": r"[A-Za-z0-9][A-Za-z0-9-]{0,58}[A-Za-z0-9]",
    "Microsoft.Web/staticSites": r"[A-Za-z0-9][A-Za-z0-9-]{0,39}",
}
# where a door leads > DNS zone it is found in
ZONES = {
    "blob": "privatelink.blob.core.windows.net",
    "queue": "privatelink.queue.core.windows.net",
    "table": "privatelink.table.core.windows.net",
    "Sql": "privatelink.documents.azure.com",
    "vault": "privatelink.vaultcore.azure.net",
    "redisEnterprise": "privatelink.redis.azure.net",
}
BEHIND_DOORS = ("Microsoft.DocumentDB/databaseAccounts", "Microsoft.KeyVault/vaults", "Microsoft.Cache/redisEnterprise")
LOCKED = {
    "Microsoft.DocumentDB/databaseAccounts": 1,
    "Microsoft.KeyVault/vaults": 1,
    "Microsoft.Storage/storageAccounts": 2,
}
MADE_BY_PEOPLE = {"quarantine", "library"}


def every_choice_can_be_deployed(infra: Infrastructure) -> Iterator[str]:
    for name, plan in infra.plans.items():
        if isinstance(plan, Wrong):
            yield f"{name}: {plan}"
            continue
        for id_, count in Counter(one.id.lower() for one in plan.resources).items():
            if count > 1:
                yield f"{name}: {id_} twice"
        for one in plan.resources:
            if (pattern := NAMES.get(one.type)) and not re.fullmatch(pattern, one.name):
                yield f"{name}: {one.name} is no name for {one.type}"
        given = Counter(
            (one.id.split("/providers/Microsoft.Authorization")[0], *_to_whom(one))
            for one in plan.of("Microsoft.Authorization/roleAssignments")
        )
        for (scope, _, role), count in given.items():
            if count > 1:
                yield f"{name}: {role} is given twice on {scope}"


def _to_whom(assignment: Resource) -> tuple[str, str]:
    return assignment.get("properties.principalId"), assignment.get("properties.roleDefinitionId")


def settings_can_be_read(infra: Infrastructure) -> Iterator[str]:
    fields = {
        str(one.validation_alias.choices[0]) if one.validation_alias else field.upper(): field  # type: ignore[union-attr]
        for field, one in Settings.model_fields.items()
    }
    for name, plan in infra.deployments():
        for setting, value in plan.settings.items():
            if not isinstance(value, str):
                yield f"{name}: {setting} is {value!r}, no text"
        given = {fields.get(setting, setting): value for setting, value in plan.settings.items()}
        aliases = {field: alias for alias, field in fields.items() if Settings.model_fields[field].validation_alias}
        try:
            read = Settings(**{aliases.get(field, field): value for field, value in given.items()})  # type: ignore[arg-type]
        except ValidationError as error:
            yield f"{name}: {error}"
            continue
        if read.cosmos or read.blobs or read.queues or not read.page_url.startswith("https://"):
            yield f"{name}: settings of the local stack"


def settings_follow_the_choice(infra: Infrastructure) -> Iterator[str]:
    for name, plan in infra.deployments():
        given = plan.settings
        for setting, type_ in (
            ("COSMOS__accountEndpoint", "Microsoft.DocumentDB/databaseAccounts"),
            ("REDIS_ENDPOINT", "Microsoft.Cache/redisEnterprise"),
            ("MAIL_ENDPOINT", "Microsoft.Communication/communicationServices"),
            ("TOKEN_SIGNING_KEYS", "Microsoft.KeyVault/vaults"),
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", "Microsoft.Insights/components"),
        ):
            made = [one.id for one in plan.of(type_)]
            if bool(made) != bool(given[setting]) or not all(id_ in given[setting] for id_ in made):
                yield f"{name}: {setting} is {given[setting]!r}, deployed is {made}"
        door, scanned = (
            bool(plan.of("Microsoft.Cdn/profiles")),
            bool(plan.of("Microsoft.Security/defenderForStorageSettings")),
        )
        for setting, wanted in (
            ("SESSION_COOKIE_SITE", "same" if door else "cross"),
            ("PROXIES_IN_FRONT", "1" if door else "0"),
            ("MALWARE_SCANNER", "defender" if scanned else "none"),
            ("PAGE_URL", plan.outputs["PAGE_URL"]),
        ):
            if given[setting] != wanted:
                yield f"{name}: {setting} is {given[setting]!r}, not {wanted!r}"
        if given["ENTRA_CLIENT_ID"] and not door:
            yield f"{name}: people who sign in with Microsoft would come back to a page that has no API"
        if bool(given["SMTP_PASSWORD"]) != bool(given["SMTP_USERNAME"]) or (
            given["SMTP_HOST"] and given["MAIL_ENDPOINT"]
        ):
            yield f"{name}: letters would go two ways, or with half a password"
        linked = [
            one.get("properties.linkedDomains") for one in plan.of("Microsoft.Communication/communicationServices")
        ]
        sender = given["MAIL_SENDER"].split("@")[-1]
        if linked and not (
            sender in str(linked) or ("/AzureManagedDomain" in str(linked) and "AzureManagedDomain" in sender)
        ):
            yield f"{name}: letters come from {sender}, linked is {linked}"


def letters_go_out(infra: Infrastructure) -> Iterator[str]:
    """The first administrator is invited by letter."""
    for name, plan in infra.deployments():
        if name in ENVIRONMENTS and not (plan.settings["MAIL_ENDPOINT"] or plan.settings["SMTP_HOST"]):
            yield f"{name}: nobody could ever sign in, since no letter goes out"


def doors_lead_where_they_should(infra: Infrastructure) -> Iterator[str]:
    before: dict[str, str] = {}
    for name, plan in infra.deployments():
        made, network = {one.id for one in plan.resources}, plan.of("Microsoft.Network/virtualNetworks")
        reached = set()
        for one in plan.of("Microsoft.Network/privateEndpoints"):
            (connection,) = one.get("properties.privateLinkServiceConnections")
            target, (part,) = (connection["properties"][key] for key in ("privateLinkServiceId", "groupIds"))
            reached.add(target)
            if target not in made:
                yield f"{name}: {one.name} leads to {target}, which is not there"
            if before.setdefault(one.id, target) != target:
                yield f"{name}: {one.name} led to {before[one.id]} before, and cannot be changed"
            zones = [zone["properties"]["privateDnsZoneId"] for group in _below(plan, one, "privateDnsZoneGroups")
                     for zone in group.get("properties.privateDnsZoneConfigs")]  # fmt: skip
            if [zone.split("/")[-1] for zone in zones] != [ZONES[part]] or not set(zones) <= made:
                yield f"{name}: {one.name} is looked for in {zones}"
        policies = [
            subnet["properties"].get("privateEndpointNetworkPolicies")
            for one in network
            for subnet in one.get("properties.subnets")
        ]
        if network and policies != [None, "Disabled"]:
            yield f"{name}: doors may be shut to the app, {policies}"
        shut = [one for type_ in BEHIND_DOORS for one in plan.of(type_)]
        for one in shut:
            if one.get("properties.publicNetworkAccess") != ("Disabled" if network else "Enabled"):
                yield f"{name}: {one.name} is {one.get('properties.publicNetworkAccess')}"
        accounts = {
            one.name: one.get("properties.networkAcls.defaultAction")
            for one in plan.of("Microsoft.Storage/storageAccounts")
        }
        wanted = {"host": "Deny" if network else "Allow", "docs": "Allow"}
        if {
            ("host" if one == plan.outputs["HOST_STORAGE_NAME"] else "docs"): action for one, action in accounts.items()
        } != wanted:
            yield f"{name}: storage answers {accounts}"
        if network and reached != {one.id for one in [*shut, *plan.of("Microsoft.Storage/storageAccounts")]}:
            yield f"{name}: the app has no door to all it needs, only {sorted(reached)}"


def _below(plan: Deployment, one: Resource, kind: str) -> list[Resource]:
    return [child for child in plan.resources if child.id.startswith(f"{one.id}/{kind}/")]


def one_address_is_meant_by_all(infra: Infrastructure) -> Iterator[str]:
    """People's page, the origins that may call, and what alone may call the app behind Front Door."""
    for name, plan in infra.deployments():
        page, (app,) = plan.outputs["PAGE_URL"], plan.of("Microsoft.Web/sites")
        origins = [*app.get("properties.siteConfig.cors.allowedOrigins")]
        origins += [
            origin
            for one in plan.of("Microsoft.Storage/storageAccounts/blobServices")
            for rule in one.get("properties.cors.corsRules") or []
            for origin in rule["allowedOrigins"]
        ]
        if set(origins) != {page}:
            yield f"{name}: pages are at {page}, calls come from {origins}"
        only = app.get("properties.siteConfig.ipSecurityRestrictionsDefaultAction") == "Deny"
        rules = app.get("properties.siteConfig.ipSecurityRestrictions")
        if only != bool(plan.of("Microsoft.Cdn/profiles")) or only != bool(rules):
            yield f"{name}: the app lets in whom it should not, or nobody"
        for probe in plan.of("Microsoft.Insights/webtests"):
            asked = probe.get("properties.Request.RequestUrl")
            if not asked.startswith(plan.outputs["API_URL"]):
                yield f"{name}: {asked} is probed, which is not where the API is"


def the_database_fits_its_capacity(infra: Infrastructure) -> Iterator[str]:
    for name, plan in infra.deployments():
        (account,), (database,) = (
            plan.of(f"Microsoft.DocumentDB/databaseAccounts{kind}") for kind in ("", "/sqlDatabases")
        )
        serverless = {"name": "EnableServerless"} in account.get("properties.capabilities")
        if serverless == bool(database.get("properties.options")):
            yield f"{name}: serverless and throughput together, or neither"
        containers = {one.name: one.get("properties.resource") for one in plan.of(f"{database.type}/containers")}
        if containers != {one["id"]: one for one in infra.data["containers"]}:
            yield f"{name}: containers are not those of infra/data.json"
        own = {one.name for one in plan.of(f"{database.type}/containers") if one.get("properties.options")}
        if own != ({"pages"} if name.endswith(", autoscale") else set()):
            yield f"{name}: throughput of their own have {sorted(own)}"
        if name in ENVIRONMENTS and account.get("properties.backupPolicy.type") != "Continuous":
            yield f"{name}: no moment to go back to"


def what_is_kept_and_paid_for(infra: Infrastructure) -> Iterator[str]:
    for name, plan in infra.deployments():
        locks = Counter(
            one.type for lock in plan.of("Microsoft.Authorization/locks") for one in plan.resources
            if lock.id.startswith(f"{one.id}/providers/Microsoft.Authorization")
        )  # fmt: skip
        if name in ENVIRONMENTS and dict(locks) != (LOCKED if name == "prod" else {}):
            yield f"{name}: locked are {dict(locks)}"
        for one in plan.of("Microsoft.Consumption/budgets"):
            if not re.fullmatch(r"\d{4}-\d{2}-01", one.get("properties.timePeriod.startDate")):
                yield f"{name}: a budget that begins on {one.get('properties.timePeriod.startDate')!r} is refused"
        if name in ENVIRONMENTS and not plan.of("Microsoft.Consumption/budgets"):
            yield f"{name}: no budget"
        for one in plan.of("Microsoft.Security/defenderForStorageSettings"):
            left = one.get("properties.malwareScanning.onUpload.filters.excludeBlobsWithPrefix")
            if left != sorted(f"{container}/" for container in set(infra.data["blobContainers"]) - MADE_BY_PEOPLE):
                yield f"{name}: the scanner leaves out {left}"
        kept = {
            one.name: one.get("properties.immutableStorageWithVersioning")
            for one in plan.of("Microsoft.Storage/storageAccounts/blobServices/containers")
        }
        if {container for container, policy in kept.items() if policy is not None} != {"library"}:
            yield f"{name}: {kept} can be made immutable, which is for good"


def verdicts_arrive(infra: Infrastructure) -> Iterator[str]:
    """From the scanner through topic and subscription into the queue that the product reads, by an identity that may write there."""
    for name, plan in infra.deployments():
        for scanner in plan.of("Microsoft.Security/defenderForStorageSettings"):
            (topic,), (subscription,) = (
                plan.of("Microsoft.EventGrid/topics"),
                plan.of("Microsoft.EventGrid/topics/eventSubscriptions"),
            )
            host = next(
                one
                for one in plan.of("Microsoft.Storage/storageAccounts")
                if one.name == plan.outputs["HOST_STORAGE_NAME"]
            )
            to = subscription.get("properties.deliveryWithResourceIdentity.destination.properties")
            queue = f"{host.id}/queueServices/default/queues/{RESULTS_QUEUE}"
            writes = [
                one for one in plan.of("Microsoft.Authorization/roleAssignments")
                if one.get("properties.principalId") == f"{topic.id}.identity.principalId" and one.id.startswith(f"{queue}/")
            ]  # fmt: skip
            if (
                scanner.get("properties.malwareScanning.scanResultsEventGridTopicResourceId") != topic.id
                or to != {"resourceId": host.id, "queueName": RESULTS_QUEUE}
                or subscription.get("properties.filter.includedEventTypes")
                != ["Microsoft.Security.MalwareScanningResult"]
                or queue not in {one.id for one in plan.resources}
                or len(writes) != 1
                or not scanner.id.startswith(
                    f"{GROUP}/providers/Microsoft.Storage/storageAccounts/{plan.outputs['DOCUMENT_STORAGE_NAME']}/"
                )
            ):
                yield f"{name}: what the scanner says goes to {to}"


def providers_are_registered(infra: Infrastructure) -> Iterator[str]:
    """Whoever may change one resource group only cannot register them; an owner does, once."""
    said = re.search(
        r"for p in ([\w ]+); do az provider register",
        (infra.root / "docs/runbooks/deploy.md").read_text(encoding="utf-8"),
    )
    known = {f"Microsoft.{name}" for name in said[1].split()} if said else set[str]()
    always = {"Microsoft.Authorization", "Microsoft.Consumption", "Microsoft.Resources"}
    used = {one.type.split("/")[0] for _, plan in infra.deployments() for one in plan.resources} | {"Microsoft.App"}
    for name in sorted(used - known - always):
        yield f"docs/runbooks/deploy.md: nobody registers {name}"


def github_is_known_by_its_ids(infra: Infrastructure) -> Iterator[str]:
    """Who takes over the name of a repository gets nothing: tokens carry the ids of owner and repository since July 2026."""
    for name, plan in infra.deployments():
        if name.split(", ")[0] not in ENVIRONMENTS:
            continue
        trusted = {
            one.get("properties.subject"): one.get("properties.issuer")
            for one in plan.of("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials")
        }
        environment = name.split(", ")[0]
        wanted = {f"repo:owner@1/name@2:environment:{environment}{end}" for end in ("", "-infrastructure")}
        if trusted.keys() != (set() if name.endswith((" given", " empty")) else wanted):
            yield f"{name}: trusted are {sorted(trusted)}"
        if set(trusted.values()) - {"https://token.actions.githubusercontent.com"}:
            yield f"{name}: trusted is {sorted(set(trusted.values()))}"


def the_registration_is_what_the_product_expects(infra: Infrastructure) -> Iterator[str]:
    page, given = "https://records.example.com", {"environment": "prod", "appPrincipalId": "principal"}
    made: list[Resource] = []
    Template(infra.file("entra"), {**given, "pageUrl": page}, made).work_through()
    registration, vouched = made[0], made[1]
    for path, wanted in (
        ("web.redirectUris", [f"{page}{CALLBACK}", f"{page}/sign-in"]),
        ("api.requestedAccessTokenVersion", 2),
        ("passwordCredentials", None),
        ("keyCredentials", None),
    ):
        if (found := registration.get(path)) != wanted:
            yield f"entra.bicep: {path} is {found!r}, not {wanted!r}"
    offered = {one["value"] for one in registration.get("appRoles") + registration.get("api.oauth2PermissionScopes")}
    if offered != {*Role, USER_SCOPE, APP_ROLE}:
        yield f"entra.bicep offers {sorted(offered)}"
    issuer, trusted = "https://login.microsoftonline.com/t/v2.0", ["api://AzureADTokenExchange"]
    if [vouched.get(name) for name in ("subject", "issuer", "audiences")] != ["principal", issuer, trusted]:
        yield f"entra.bicep: nobody vouches for the app as it is: {vouched.body}"


def azd_finds_what_it_brings(infra: Infrastructure) -> Iterator[str]:
    azure = yaml.safe_load((infra.root / "azure.yaml").read_text(encoding="utf-8"))
    plan = next(plan for name, plan in infra.deployments() if name == "dev")
    tagged = {str((one.get("tags") or {}).get("azd-service-name", "")) for one in plan.resources} - {""}
    if tagged != azure["services"].keys():
        yield f"azure.yaml brings {sorted(azure['services'])}, tagged are {sorted(tagged)}"
    for name in re.findall(r"\$(\w+)", azure["hooks"]["postprovision"]["run"]):
        if name not in plan.outputs and name != "AZURE_RESOURCE_GROUP":
            yield f"azure.yaml: nobody tells what {name} is"
    known = {one.name for one in infra.file("main").of("param")}
    for name in sorted(infra.json("bicep/main.parameters.json")["parameters"].keys() - known):
        yield f"main.parameters.json: main.bicep has no {name}"


RULES = (
    every_choice_can_be_deployed, settings_can_be_read, settings_follow_the_choice, letters_go_out, doors_lead_where_they_should,
    one_address_is_meant_by_all, the_database_fits_its_capacity, what_is_kept_and_paid_for, providers_are_registered,
    azd_finds_what_it_brings, the_registration_is_what_the_product_expects, github_is_known_by_its_ids, verdicts_arrive,
)  # fmt: skip
