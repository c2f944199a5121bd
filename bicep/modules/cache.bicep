// Azure Managed Redis, one for all instances. Losing it makes things slower, never wrong, so it holds nothing that has to be kept.

@description('Name of the cluster.')
param name string

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Size, such as Balanced_B0.')
param sku string

@description('A second node that takes over.')
param highlyAvailable bool

@description('Reachable by the private network only.')
param private bool

@description('Principal of the app.')
param appPrincipalId string

@description('Log Analytics workspace.')
param workspaceId string

resource cluster 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
  }
  properties: {
    highAvailability: highlyAvailable ? 'Enabled' : 'Disabled'
    minimumTlsVersion: '1.2'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
  }
}

// One shard is plenty, and the client need not know about clusters then.
resource database 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' = {
  parent: cluster
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    port: 10000
    accessKeysAuthentication: 'Disabled'
    clusteringPolicy: 'NoCluster'
    evictionPolicy: 'AllKeysLRU'
  }
}

resource appUses 'Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments@2025-07-01' = {
  parent: database
  name: 'app'
  properties: {
    accessPolicyName: 'default'
    user: {
      objectId: appPrincipalId
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: cluster
  properties: {
    workspaceId: workspaceId
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output id string = cluster.id
output endpoint string = '${cluster.properties.hostName}:${database.properties.port}'
