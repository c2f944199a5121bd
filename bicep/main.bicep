// PetroConnect in one resource group. Values by environment: infra/environments; what there is and what it costs: docs/azure.md.

@description('Which environment this is.')
@allowed(['dev', 'staging', 'prod'])
param environment string = 'dev'

@description('Begins the names of resources: lowercase letters and digits.')
@minLength(2)
@maxLength(8)
param name string = 'petro'

@description('Region of everything that has one.')
param location string = resourceGroup().location

@description('Region of the Static Web App, which is offered in few.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param pageLocation string = 'westeurope'

@description('More tags for every resource.')
param tags object = {}

@description('Counts up when the vault needs a new name, such as after a deleted one that is still kept.')
@minValue(1)
@maxValue(9)
param vaultGeneration int = 1

@description('Cosmos DB account that was brought back from a backup and is to be used instead; empty: the own one.')
param restoredAccount string = ''

@description('Instances: version of Python, memory in MB, most of them, HTTP calls in each at once, those always ready, zones.')
param scale object = {
  pythonVersion: '3.13'
  memory: 2048
  most: 40
  httpConcurrency: 16
  alwaysReady: []
  zoneRedundant: false
}

@description('Database: capacity (serverless or autoscale, for good), maxThroughput (RU/s, autoscale), dedicated (containers with throughput of their own), backupTier, zoneRedundant.')
param database object = { capacity: 'serverless', maxThroughput: 1000, dedicated: [], backupTier: 'Continuous7Days', zoneRedundant: false }

@description('Files: sku, recoveryDays, coolAfterDays, immutableDays (0: none), malwareScanning, malwareGigabytes a month.')
param files object = {
  sku: 'Standard_LRS'
  recoveryDays: 7
  coolAfterDays: 180
  immutableDays: 0
  malwareScanning: false
  malwareGigabytes: 10
}

@description('Logs: days they are kept, gigabytes a day at most.')
param logs object = { retentionDays: 30, dailyGigabytes: 1 }

@description('Front Door: enabled, sku, domain (empty: the address Azure gives), requestLimit of one address in five minutes.')
param frontDoor object = { enabled: false, sku: 'Standard_AzureFrontDoor', domain: '', requestLimit: 6000 }

@description('Azure Managed Redis: enabled, sku, highlyAvailable.')
param cache object = { enabled: false, sku: 'Balanced_B0', highlyAvailable: false }

@description('Private network: enabled, and its addresses.')
param network object = { enabled: false, addressPrefix: '10.60.0.0/24', appPrefix: '10.60.0.0/26', endpointPrefix: '10.60.0.64/26' }

@description('SKU of the Static Web App.')
param pageSku string = 'Free'

@description('Web PubSub: enabled, sku.')
param realtime object = { enabled: false, sku: 'Free_F1' }

@description('Communication Services for letters: enabled, dataLocation, domain (own and verified; empty: one Azure keeps, for ten letters an hour). Without it, smtp names a server.')
param mail object = { enabled: true, dataLocation: 'Europe', domain: '' }

@description('Mail server. A password belongs into the vault, as smtp-password.')
param smtp object = { host: '', port: 587, security: 'starttls', username: '', sender: 'no-reply@petroconnect.example' }

@description('Address that alerts and budget warnings go to; empty: nobody is told.')
param alertMail string = ''

@description('Budget: amount a month (0: none) and startDate, the first day of the month it was first made in (empty: none, or as it is).')
param budget object = { amount: 0, startDate: '' }

@description('Keep what holds data from being deleted.')
param locked bool = false

@description('App registration for signing in with Microsoft, made by entra.bicep; empty: no such sign-in.')
param entraClientId string = ''

@description('Principals of people who may put secrets into the vault.')
param secretKeeperIds array = []

@description('Repository whose workflows may deploy, as owner/name; empty: none. Ids as GitHub puts them into its tokens since July 2026.')
param github object = { repository: '', ownerId: '', repositoryId: '' }

@description('An owner of the group deploys: the workflow that changes the infrastructure gets its roles, which it may not give itself.')
param asOwner bool = false

@description('App settings that are to be other than usual. Never a secret.')
param settings object = {}

var short = { dev: 'dev', staging: 'stg', prod: 'prd' }
var suffix = take(uniqueString(resourceGroup().id, name, environment), 6)
var middle = '${name}-${short[environment]}'
var unique = '${middle}-${suffix}'
var allTags = union(tags, {
  application: 'petroconnect'
  environment: environment
})
var names = {
  hostAccount: 'st${name}host${short[environment]}${suffix}'
  documentAccount: 'st${name}docs${short[environment]}${suffix}'
  cosmos: empty(restoredAccount) ? 'cosmos-${unique}' : restoredAccount
  vault: 'kv-${unique}${vaultGeneration}'
  cache: 'redis-${unique}'
  topic: 'evgt-${unique}'
  plan: 'asp-${middle}'
  app: 'func-${unique}'
  page: 'stapp-${unique}'
  frontDoor: 'afd-${middle}'
  frontDoorEndpoint: 'fde-${unique}'
}
var repository = split(github.repository, '/')
var owned = empty(github.repositoryId) ? github.repository : '${first(repository)}@${github.ownerId}/${last(repository)}@${github.repositoryId}'
var subject = empty(github.repository) ? '' : 'repo:${owned}:environment:${environment}'

module identities 'modules/identities.bicep' = {
  params: {
    names: {
      app: 'id-${middle}-app'
      deploy: 'id-${middle}-deploy'
      provision: 'id-${middle}-provision'
    }
    location: location
    tags: allTags
    deploySubject: subject
    provisionSubject: empty(subject) ? '' : '${subject}-infrastructure'
    asOwner: asOwner
  }
}

module logging 'modules/logs.bicep' = {
  params: {
    workspaceName: 'log-${middle}'
    componentName: 'appi-${middle}'
    location: location
    tags: allTags
    retentionDays: logs.retentionDays
    dailyGigabytes: logs.dailyGigabytes
    appPrincipalId: identities.outputs.appPrincipalId
  }
}

module privateNetwork 'modules/network.bicep' = if (network.enabled) {
  params: {
    name: 'vnet-${middle}'
    location: location
    tags: allTags
    addressPrefix: network.addressPrefix
    appPrefix: network.appPrefix
    endpointPrefix: network.endpointPrefix
  }
}

module site 'modules/site.bicep' = {
  params: {
    names: names
    location: pageLocation
    tags: allTags
    pageSku: pageSku
    frontDoor: frontDoor
    workspaceId: logging.outputs.workspaceId
  }
}

module data 'modules/data.bicep' = {
  params: {
    names: names
    location: location
    tags: allTags
    files: files
    database: database
    cache: cache
    private: network.enabled
    locked: locked
    pageUrl: site.outputs.pageUrl
    appPrincipalId: identities.outputs.appPrincipalId
    secretKeeperIds: secretKeeperIds
    workspaceId: logging.outputs.workspaceId
  }
}

module privateEndpoints 'modules/private_endpoints.bicep' = if (network.enabled) {
  params: {
    names: names
    location: location
    tags: allTags
    subnetId: privateNetwork!.outputs.endpointSubnetId
    zoneIds: privateNetwork!.outputs.zoneIds
    withCache: cache.enabled
  }
  dependsOn: [data]
}

module letters 'modules/mail.bicep' = if (mail.enabled) {
  params: {
    name: 'acs-${unique}'
    emailName: 'email-${unique}'
    dataLocation: mail.dataLocation
    ownDomain: mail.domain
    tags: allTags
    appPrincipalId: identities.outputs.appPrincipalId
    workspaceId: logging.outputs.workspaceId
  }
}

module realtimeService 'modules/realtime.bicep' = if (realtime.enabled) {
  params: {
    name: 'wps-${unique}'
    location: location
    tags: allTags
    sku: realtime.sku
    appPrincipalId: identities.outputs.appPrincipalId
    workspaceId: logging.outputs.workspaceId
  }
}

module api 'modules/api.bicep' = {
  params: {
    names: names
    location: location
    tags: allTags
    scale: scale
    frontDoor: frontDoor
    frontDoorId: site.outputs.frontDoorId
    frontDoorDomainId: site.outputs.domainId
    pageUrl: site.outputs.pageUrl
    pageHostName: site.outputs.pageHostName
    subnetId: network.enabled ? privateNetwork!.outputs.appSubnetId : ''
    identityId: identities.outputs.appId
    clientId: identities.outputs.appClientId
    deployPrincipalId: identities.outputs.deployPrincipalId
    packageUrl: data.outputs.packageUrl
    endpoints: union(data.outputs.endpoints, {
      telemetry: logging.outputs.connectionString
      mail: mail.enabled ? letters!.outputs.endpoint : ''
    })
    smtp: mail.enabled ? union(smtp, { host: '', username: '', sender: letters!.outputs.sender }) : smtp
    malwareScanning: files.malwareScanning
    tokenIssuer: '${name}-${environment}'
    entraClientId: entraClientId
    settings: settings
    workspaceId: logging.outputs.workspaceId
  }
  dependsOn: [privateEndpoints]
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    actionGroupName: 'ag-${middle}'
    location: location
    tags: allTags
    componentId: logging.outputs.componentId
    workspaceId: logging.outputs.workspaceId
    mail: alertMail
    dailyGigabytes: logs.dailyGigabytes
    probedUrl: '${frontDoor.enabled ? site.outputs.pageUrl : api.outputs.url}/api/v1/health/ready'
  }
}

module costs 'modules/budget.bicep' = if (budget.amount > 0 && !empty(budget.startDate) && !empty(alertMail)) {
  params: {
    name: 'budget-${middle}'
    amount: budget.amount
    startDate: budget.startDate
    mail: alertMail
  }
}

// Named as azd keeps them in its environment, and as the workflows ask for them.
output AZURE_TENANT_ID string = tenant().tenantId
output FUNCTION_APP_NAME string = api.outputs.appName
output STATIC_WEB_APP_NAME string = names.page
output API_URL string = frontDoor.enabled ? site.outputs.pageUrl : api.outputs.url
output PAGE_URL string = site.outputs.pageUrl
output VITE_API_BASE_URL string = frontDoor.enabled ? '' : api.outputs.url
// What DNS has to say for an own domain: a CNAME to the first, and a TXT record `_dnsauth` with the second.
output FRONT_DOOR_HOST_NAME string = site.outputs.frontDoorHostName
output FRONT_DOOR_VALIDATION string = site.outputs.validationToken
output MAIL_SERVICE_NAME string = mail.enabled ? 'email-${unique}' : ''
output KEY_VAULT_NAME string = names.vault
output COSMOS_ACCOUNT_NAME string = names.cosmos
output HOST_STORAGE_NAME string = names.hostAccount
output DOCUMENT_STORAGE_NAME string = names.documentAccount
output APP_CLIENT_ID string = identities.outputs.appClientId
output APP_PRINCIPAL_ID string = identities.outputs.appPrincipalId
output DEPLOY_CLIENT_ID string = identities.outputs.deployClientId
output PROVISION_CLIENT_ID string = identities.outputs.provisionClientId
output WEB_PUBSUB_ENDPOINT string = realtime.enabled ? realtimeService!.outputs.endpoint : ''
