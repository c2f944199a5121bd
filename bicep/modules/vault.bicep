// The two key sets of the product and what a mail server wants to hear. Values are put in by people (docs/runbooks/deploy.md), never by a template.

@description('Name of the vault.')
param name string

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Reachable by the private network and trusted services only.')
param private bool

@description('Keep the vault from being deleted.')
param locked bool

@description('Principal of the app, which reads.')
param appPrincipalId string

@description('Principals of people who may put secrets in.')
param keeperIds array

@description('Log Analytics workspace.')
param workspaceId string

var roles = loadJsonContent('../../infra/roles.json')
var roleType = 'Microsoft.Authorization/roleDefinitions'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  // checkov:skip=CKV_AZURE_109: a switch by environment, which the scanner cannot follow; staging and dev are open on purpose, behind identities
  // checkov:skip=CKV_AZURE_189: a switch by environment, which the scanner cannot follow; staging and dev are open on purpose, behind identities
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, roles.keyVaultSecretsUser)
  }
}

resource keepersWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for keeper in keeperIds: {
  name: guid(vault.id, keeper, roles.keyVaultSecretsOfficer)
  scope: vault
  properties: {
    principalId: keeper
    roleDefinitionId: subscriptionResourceId(roleType, roles.keyVaultSecretsOfficer)
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
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

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without the protection keys, sealed secrets are lost.'
  }
}

output id string = vault.id
output uri string = vault.properties.vaultUri
