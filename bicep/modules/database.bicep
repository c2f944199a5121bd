// Cosmos DB with the containers and indexes of infra/data.json. Keys are switched off; database_access.bicep says who may do what.

@description('Name of the account.')
param accountName string

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Chosen when the account is made: serverless cannot be turned into autoscale and back here.')
@allowed(['serverless', 'autoscale'])
param capacity string

@description('Most request units a second of all containers together; autoscale only, in steps of 1,000.')
@minValue(1000)
param maxThroughput int

@description('Containers with as much throughput of their own, beside the others; autoscale only, for good.')
param dedicated array

@description('How far back a point in time can be restored; Periodic (support restores a copy of the last week) where Azure refuses the others. For good.')
@allowed(['Continuous7Days', 'Continuous30Days', 'Periodic'])
param backupTier string

@description('Spread over availability zones.')
param zoneRedundant bool

@description('Reachable by the private network only.')
param private bool

@description('Keep the account from being deleted.')
param locked bool

@description('Log Analytics workspace.')
param workspaceId string

var data = loadJsonContent('../../infra/data.json')
var serverless = capacity == 'serverless'
var features = [
  {
    name: 'EnableNoSQLFullTextSearch'
  }
]
var serverlessFeature = [
  {
    name: 'EnableServerless'
  }
]
var continuous = {
  type: 'Continuous'
  continuousModeProperties: {
    tier: backupTier
  }
}
var copies = {
  type: 'Periodic'
  periodicModeProperties: { backupIntervalInMinutes: 240, backupRetentionIntervalInHours: 168, backupStorageRedundancy: 'Local' }
}
var shared = {
  autoscaleSettings: {
    maxThroughput: maxThroughput
  }
}

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' = {
  // checkov:skip=CKV_AZURE_99: a switch by environment, which the scanner cannot follow; staging and dev are open on purpose, behind identities
  // checkov:skip=CKV_AZURE_101: a switch by environment, which the scanner cannot follow; staging and dev are open on purpose, behind identities
  name: accountName
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: zoneRedundant
      }
    ]
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    capabilities: concat(features, serverless ? serverlessFeature : [])
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAclBypass: 'None'
    backupPolicy: backupTier == 'Periodic' ? copies : continuous
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-10-15' = {
  parent: account
  name: data.database
  properties: {
    resource: {
      id: data.database
    }
    options: serverless ? {} : shared
  }
}

resource containers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-10-15' = [for container in data.containers: {
  parent: database
  name: container.id
  properties: {
    resource: container
    options: !serverless && contains(dedicated, container.id) ? shared : {}
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Requests'
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
    notes: 'Everything organisations have entered.'
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.documentEndpoint
