// One address for page and API, so that the session's cookie never leaves its site. The routes come later: they need to know both.

@description('Name of the profile.')
param name string

@description('Name of the endpoint: the beginning of its address.')
param endpointName string

@description('Tags of the resources.')
param tags object

@description('Standard, or Premium for managed rules of the firewall.')
@allowed([
  'Standard_AzureFrontDoor'
  'Premium_AzureFrontDoor'
])
param sku string

@description('Domain of one\'s own, such as records.example.com; empty: the address Azure gives.')
param domain string

@description('Log Analytics workspace.')
param workspaceId string

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: {
    name: sku
  }
  properties: {
    // Signed-in requests wait for Cosmos at times; the app itself gives up sooner.
    originResponseTimeoutSeconds: 60
  }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' = {
  parent: profile
  name: endpointName
  location: 'global'
  tags: tags
  properties: {
    enabledState: 'Enabled'
  }
}

resource ownDomain 'Microsoft.Cdn/profiles/customDomains@2025-06-01' = if (!empty(domain)) {
  parent: profile
  name: 'own'
  properties: {
    hostName: empty(domain) ? 'unused.invalid' : domain
    tlsSettings: {
      certificateType: 'ManagedCertificate'
      minimumTlsVersion: 'TLS12'
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: profile
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FrontDoorWebApplicationFirewallLog'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output id string = profile.id
output frontDoorId string = profile.properties.frontDoorId
output hostName string = endpoint.properties.hostName
output validationToken string = empty(domain) ? '' : (ownDomain.?properties.?validationProperties.?validationToken ?? '')
output domainId string = empty(domain) ? '' : ownDomain.id
