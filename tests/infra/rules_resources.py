"""Rules about single resources: which versions of the API, how they are reached, and that no key opens them."""

import re
from collections.abc import Iterator
from typing import Any

from tests.infra.infrastructure import Infrastructure, text

# Pinned on purpose, and raised on purpose: what a property means may change with the version.
VERSIONS = {
    "Microsoft.Authorization/locks": "2020-05-01",
    "Microsoft.Authorization/roleAssignments": "2022-04-01",
    "Microsoft.Cache/redisEnterprise": "2025-07-01",
    "Microsoft.Cache/redisEnterprise/databases": "2025-07-01",
    "Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments": "2025-07-01",
    "Microsoft.Cdn/profiles": "2025-06-01",
    "Microsoft.Cdn/profiles/afdEndpoints": "2025-06-01",
    "Microsoft.Cdn/profiles/afdEndpoints/routes": "2025-06-01",
    "Microsoft.Cdn/profiles/customDomains": "2025-06-01",
    "Microsoft.Cdn/profiles/originGroups": "2025-06-01",
    "Microsoft.Cdn/profiles/originGroups/origins": "2025-06-01",
    "Microsoft.Cdn/profiles/securityPolicies": "2025-06-01",
    "Microsoft.Communication/communicationServices": "2023-04-01",
    "Microsoft.Communication/emailServices": "2023-04-01",
    "Microsoft.Communication/emailServices/domains": "2023-04-01",
    "Microsoft.Consumption/budgets": "2024-08-01",
    "Microsoft.DocumentDB/databaseAccounts": "2025-10-15",  # the first whose containers have fullTextIndexes
    "Microsoft.DocumentDB/databaseAccounts/sqlDatabases": "2025-10-15",
    "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers": "2025-10-15",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments": "2025-10-15",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions": "2025-04-15",
    "Microsoft.EventGrid/topics": "2025-02-15",
    "Microsoft.EventGrid/topics/eventSubscriptions": "2025-02-15",
    "Microsoft.Graph/applications": "v1.0",
    "Microsoft.Graph/applications/federatedIdentityCredentials": "v1.0",
    "Microsoft.Graph/servicePrincipals": "v1.0",
    "Microsoft.Insights/actionGroups": "2023-01-01",
    "Microsoft.Insights/components": "2020-02-02",
    "Microsoft.Insights/diagnosticSettings": "2021-05-01-preview",  # there is no other
    "Microsoft.Insights/metricAlerts": "2018-03-01",
    "Microsoft.Insights/scheduledQueryRules": "2023-12-01",
    "Microsoft.Insights/webtests": "2022-06-15",
    "Microsoft.Insights/workbooks": "2023-06-01",
    "Microsoft.KeyVault/vaults": "2024-11-01",
    "Microsoft.ManagedIdentity/userAssignedIdentities": "2024-11-30",
    "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials": "2024-11-30",
    "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies": "2025-03-01",
    "Microsoft.Network/networkSecurityGroups": "2025-05-01",
    "Microsoft.Network/privateDnsZones": "2024-06-01",
    "Microsoft.Network/privateDnsZones/virtualNetworkLinks": "2024-06-01",
    "Microsoft.Network/privateEndpoints": "2025-05-01",
    "Microsoft.Network/privateEndpoints/privateDnsZoneGroups": "2025-05-01",
    "Microsoft.Network/virtualNetworks": "2025-05-01",
    "Microsoft.OperationalInsights/workspaces": "2025-07-01",
    "Microsoft.OperationalInsights/workspaces/savedSearches": "2025-07-01",
    "Microsoft.Security/defenderForStorageSettings": "2025-06-01",
    "Microsoft.SignalRService/webPubSub": "2024-03-01",
    "Microsoft.SignalRService/webPubSub/hubs": "2024-03-01",
    "Microsoft.Storage/storageAccounts": "2025-06-01",
    "Microsoft.Storage/storageAccounts/blobServices": "2025-06-01",
    "Microsoft.Storage/storageAccounts/blobServices/containers": "2025-06-01",
    "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies": "2025-06-01",
    "Microsoft.Storage/storageAccounts/managementPolicies": "2025-06-01",
    "Microsoft.Storage/storageAccounts/queueServices": "2025-06-01",
    "Microsoft.Storage/storageAccounts/queueServices/queues": "2025-06-01",
    "Microsoft.Web/serverfarms": "2025-03-01",
    "Microsoft.Web/sites": "2025-03-01",
    "Microsoft.Web/sites/basicPublishingCredentialsPolicies": "2025-03-01",
    "Microsoft.Web/sites/config": "2025-03-01",
    "Microsoft.Web/staticSites": "2025-03-01",
}
# type > property > the only value it may have, written out
REQUIRED: dict[str, dict[str, Any]] = {
    "Microsoft.Storage/storageAccounts": {
        "properties.allowBlobPublicAccess": False,
        "properties.allowSharedKeyAccess": False,
        "properties.allowCrossTenantReplication": False,
        "properties.allowedCopyScope": "AAD",
        "properties.defaultToOAuthAuthentication": True,
        "properties.isLocalUserEnabled": False,
        "properties.minimumTlsVersion": "TLS1_2",
        "properties.supportsHttpsTrafficOnly": True,
    },
    "Microsoft.Storage/storageAccounts/blobServices/containers": {"properties.publicAccess": "None"},
    "Microsoft.DocumentDB/databaseAccounts": {
        "properties.disableLocalAuth": True,
        "properties.disableKeyBasedMetadataWriteAccess": True,
        "properties.minimalTlsVersion": "Tls12",
        "properties.consistencyPolicy.defaultConsistencyLevel": "Session",
    },
    "Microsoft.KeyVault/vaults": {
        "properties.enableRbacAuthorization": True,
        "properties.enableSoftDelete": True,
        "properties.enablePurgeProtection": True,
    },
    "Microsoft.Cache/redisEnterprise": {"properties.minimumTlsVersion": "1.2"},
    "Microsoft.Cache/redisEnterprise/databases": {
        "properties.accessKeysAuthentication": "Disabled",
        "properties.clientProtocol": "Encrypted",
        "properties.clusteringPolicy": "NoCluster",  # our client knows nothing of clusters
    },
    "Microsoft.Insights/components": {"properties.DisableLocalAuth": True, "properties.IngestionMode": "LogAnalytics"},
    "Microsoft.OperationalInsights/workspaces": {"properties.features.disableLocalAuth": True},
    "Microsoft.EventGrid/topics": {"properties.disableLocalAuth": True, "properties.minimumTlsVersionAllowed": "1.2"},
    "Microsoft.SignalRService/webPubSub": {"properties.disableLocalAuth": True},
    "Microsoft.SignalRService/webPubSub/hubs": {"properties.anonymousConnectPolicy": "deny"},
    "Microsoft.Web/serverfarms": {"sku.name": "FC1", "sku.tier": "FlexConsumption", "properties.reserved": True},
    "Microsoft.Web/sites": {
        "kind": "functionapp,linux",
        "properties.httpsOnly": True,
        "properties.siteConfig.minTlsVersion": "1.2",
        "properties.siteConfig.scmMinTlsVersion": "1.2",
        "properties.functionAppConfig.runtime.name": "python",
        "properties.functionAppConfig.deployment.storage.authentication.type": "UserAssignedIdentity",
    },
    "Microsoft.Web/sites/basicPublishingCredentialsPolicies": {"properties.allow": False},
    "Microsoft.Cdn/profiles/afdEndpoints/routes": {
        "properties.httpsRedirect": "Enabled",
        "properties.forwardingProtocol": "HttpsOnly",
    },
    "Microsoft.Cdn/profiles/customDomains": {"properties.tlsSettings.minimumTlsVersion": "TLS12"},
    "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies": {"properties.policySettings.mode": "Prevention"},
    "Microsoft.Security/defenderForStorageSettings": {
        "name": "current",
        "properties.isEnabled": True,
        "properties.malwareScanning.onUpload.isEnabled": True,
    },
}
_KEYS = re.compile(
    r"\blist(Keys|AccountSas|ServiceSas|Secrets|ConnectionStrings|Credentials|QueryKeys)\b|AccountKey=|SharedAccess|primaryKey",
    re.I,
)
_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)
_OF_GRAPH = {
    "00000003-0000-0000-c000-000000000000",
    "e1fe6dd8-ba31-4d61-89e7-88639da4683d",
}  # Microsoft Graph and its User.Read


def versions_are_pinned(infra: Infrastructure) -> Iterator[str]:
    for file in infra.files:
        for one in file.of("resource"):
            if VERSIONS.get(one.type) != one.version:
                yield f"{file.path.name}:{one.line} {one.type}@{one.version}: the pinned version is {VERSIONS.get(one.type)}"


def properties_are_as_required(infra: Infrastructure) -> Iterator[str]:
    for type_, required in REQUIRED.items():
        found = list(infra.resources(type_))
        if not found:
            yield f"no {type_} is left"
        for where, one in found:
            for path, value in required.items():
                if (given := one.get(path)) != value or type(given) is not type(value):
                    yield f"{where}: {path} is {given!r}, not {value!r}"


def no_key_is_asked_for(infra: Infrastructure) -> Iterator[str]:
    for file in [*infra.files, *infra.parameters.values()]:
        for number, line in enumerate(file.text.splitlines(), 1):
            if found := _KEYS.search(line.split("//")[0]):
                yield f"{file.path.name}:{number}: `{found[0]}` asks for a key"


def ids_are_named(infra: Infrastructure) -> Iterator[str]:
    """Roles stand in infra/roles.json under their names; an id in the midst of a template is nobody's."""
    for file in [*infra.files, *infra.parameters.values()]:
        for found in sorted(set(_GUID.findall(file.text)) - _OF_GRAPH):
            yield f"{file.path.name}: {found} has no name"


def origins_are_exact(infra: Infrastructure) -> Iterator[str]:
    for where, one in infra.resources():
        rules = one.get("properties.cors.corsRules") or [
            {"allowedOrigins": one.get("properties.siteConfig.cors.allowedOrigins")}
        ]
        for rule in rules:
            if (origins := rule["allowedOrigins"]) is not None and ("*" in text(origins) or not text(origins)):
                yield f"{where}: CORS allows {origins!r}"
    for name in ("data", "api"):
        for one in infra.file(name).of("module"):
            if (origins := one.get("params.pageOrigins")) is not None and text(origins) != "pageUrl":
                yield f"{name}.bicep:{one.line} {one.name}: pages of {text(origins)!r}"


RULES = (versions_are_pinned, properties_are_as_required, no_key_is_asked_for, ids_are_named, origins_are_exact)
