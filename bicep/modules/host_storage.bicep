// The app's own account: its package, the host's bookkeeping, and the job queues. People and browsers have no business here.

@description('Name of the storage account.')
param name string

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Redundancy, such as Standard_ZRS.')
param sku string

@description('Let only the private network and trusted services in.')
param private bool

@description('Keep the account from being deleted.')
param locked bool

@description('Principal of the app.')
param appPrincipalId string

@description('Log Analytics workspace.')
param workspaceId string

var data = loadJsonContent('../../infra/data.json')
var roles = loadJsonContent('../../infra/roles.json')
var roleType = 'Microsoft.Authorization/roleDefinitions'
// The host keeps locks and timers as blobs and what went wrong at its start in a table.
var accountRoles = [
  roles.storageBlobDataOwner
  roles.storageTableDataContributor
]

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  // checkov:skip=CKV_AZURE_35: a switch by environment, which the scanner cannot follow; staging and dev are open on purpose, behind identities
  // checkov:skip=CKV_AZURE_59: trusted services deliver here; networkAcls deny the rest with a private network
  // checkov:skip=CKV_AZURE_206: redundancy is a parameter: zones in staging and prod; jobs and packages are not worth a second region
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    allowedCopyScope: 'AAD'
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    // Event Grid delivers scan results into a queue of this account, as a trusted service with an identity.
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'packages'
  properties: {
    publicAccess: 'None'
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [for queue in data.queues: {
  parent: queueService
  name: queue
}]

resource appOnAccount 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in accountRoles: {
  name: guid(account.id, appPrincipalId, role)
  scope: account
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, role)
  }
}]

// Contributor, not Reader with Processor: a failed job is put back and a long one renewed by Update Message, which those two may not.
resource appOnQueue 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (queue, i) in data.queues: {
  name: guid(queues[i].id, appPrincipalId, roles.storageQueueDataContributor)
  scope: queues[i]
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, roles.storageQueueDataContributor)
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Jobs on their way and the deployed package.'
  }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
output packageUrl string = '${account.properties.primaryEndpoints.blob}${packages.name}'
