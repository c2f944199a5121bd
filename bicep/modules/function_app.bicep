// The API and everything behind it: one Flex Consumption plan with one app, which is all such a plan takes.

@description('Names: plan, app.')
param names object

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Where instances run and how many: pythonVersion, memory (MB), most, httpConcurrency, alwaysReady, zoneRedundant.')
param scale object

@description('Identity of the app.')
param identityId string

@description('Address of the blob container with the package.')
param packageUrl string

@description('Exact origins whose pages may call with cookies.')
param pageOrigins array

@description('Subnet the app reaches others from; empty: none.')
param subnetId string

@description('Front Door that alone may call; empty: everybody may.')
param frontDoorId string

@description('Log Analytics workspace.')
param workspaceId string

var onlyFrontDoor = [
  {
    name: 'front-door'
    priority: 100
    action: 'Allow'
    tag: 'ServiceTag'
    ipAddress: 'AzureFrontDoor.Backend'
    headers: {
      'x-azure-fdid': [frontDoorId]
    }
  }
]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  // checkov:skip=CKV_AZURE_225: a parameter, on in prod
  name: names.plan
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: scale.zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  // checkov:skip=CKV_AZURE_78: Flex Consumption has no FTP, and refuses the property that would switch it off
  // checkov:skip=CKV_AZURE_17: browsers have no client certificates
  // checkov:skip=CKV_AZURE_212: Flex Consumption scales from none; always-ready instances are a parameter
  // checkov:skip=CKV_AZURE_213: not offered on Flex Consumption; /api/v1/health/ready is asked from outside
  // checkov:skip=CKV_AZURE_222: it is the public API; behind Front Door nobody else gets in
  name: names.app
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      runtime: {
        name: 'python'
        version: scale.pythonVersion
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: scale.memory
        maximumInstanceCount: scale.most
        alwaysReady: scale.alwaysReady
        triggers: {
          http: { perInstanceConcurrency: scale.httpConcurrency }
        }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      cors: {
        allowedOrigins: pageOrigins
        supportCredentials: true
      }
      ipSecurityRestrictions: empty(frontDoorId) ? [] : onlyFrontDoor
      ipSecurityRestrictionsDefaultAction: empty(frontDoorId) ? 'Allow' : 'Deny'
      // Code comes in with a token of Entra; the way there stays open for the workflow's machines.
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: 'Allow'
    }
  }
}

resource noPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = [for way in ['ftp', 'scm']: {
  parent: app
  name: way
  properties: {
    allow: false
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: app
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

output id string = app.id
output name string = app.name
output hostName string = app.properties.defaultHostName
