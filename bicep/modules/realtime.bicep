// Web PubSub, for pages that want to hear at once. Nothing needs it yet; keys are off, the app would connect with its identity.

@description('Name of the service.')
param name string

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Size: Free_F1 or Standard_S1.')
param sku string

@description('Principal of the app.')
param appPrincipalId string

@description('Log Analytics workspace.')
param workspaceId string

var roles = loadJsonContent('../../infra/roles.json')

resource service 'Microsoft.SignalRService/webPubSub@2024-03-01' = {
  // checkov:skip=CKV_AZURE_176: it calls nobody, so it needs no identity
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
    capacity: 1
  }
  properties: {
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
    tls: {
      clientCertEnabled: false
    }
  }
}

// Nobody joins without a token the app has made.
resource hub 'Microsoft.SignalRService/webPubSub/hubs@2024-03-01' = {
  parent: service
  name: 'petroconnect'
  properties: {
    anonymousConnectPolicy: 'deny'
  }
}

resource appOwns 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, appPrincipalId, roles.webPubSubServiceOwner)
  scope: service
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.webPubSubServiceOwner)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: service
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

output endpoint string = 'https://${service.properties.hostName}'
