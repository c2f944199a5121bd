// The containers of the documents account: who may do what in each.

@description('Name of the storage account.')
param accountName string

@description('Principal of the app.')
param appPrincipalId string

@description('Days for which a file of the library can be neither changed nor deleted by anybody; 0: the product decides.')
@minValue(0)
param immutableDays int

var data = loadJsonContent('../../infra/data.json')
var roles = loadJsonContent('../../infra/roles.json')
var roleType = 'Microsoft.Authorization/roleDefinitions'
var ofVersions = {
  enabled: true
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: account
  name: 'default'
}

// Immutability of versions can only be chosen when a container is made, so the library is always made with it; a policy may follow.
resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [for container in data.blobContainers: {
  parent: blobs
  name: container
  properties: {
    publicAccess: 'None'
    immutableStorageWithVersioning: container == 'library' ? ofVersions : null
  }
}]

resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [for (container, i) in data.blobContainers: if (container == 'library' && immutableDays > 0) {
  parent: containers[i]
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: immutableDays
  }
}]

// The scanner's verdict is a tag, and only owners may read tags.
resource appOnContainer 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (container, i) in data.blobContainers: {
  name: guid(containers[i].id, appPrincipalId, container == 'quarantine' ? roles.storageBlobDataOwner : roles.storageBlobDataContributor)
  scope: containers[i]
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, container == 'quarantine' ? roles.storageBlobDataOwner : roles.storageBlobDataContributor)
  }
}]

// Keys for signing URLs are the account's to give.
resource appSigns 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, roles.storageBlobDelegator)
  scope: account
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, roles.storageBlobDelegator)
  }
}
