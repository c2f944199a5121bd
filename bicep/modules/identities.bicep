// Who acts: the app at run time, the workflow that brings code, the workflow that changes the infrastructure. No secret belongs to any of them.

@description('Names of the identities: app, deploy, provision.')
param names object

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Subject of GitHub tokens that may bring code; empty: no such identity.')
param deploySubject string

@description('Subject of GitHub tokens that may change the infrastructure; empty: no such identity.')
param provisionSubject string

@description('An owner of the group deploys: the provisioning identity gets its roles, which it may not give itself.')
param asOwner bool

var roles = loadJsonContent('../../infra/roles.json')
var roleType = 'Microsoft.Authorization/roleDefinitions'
var github = 'https://token.actions.githubusercontent.com'
var audience = 'api://AzureADTokenExchange'
// What the provisioning identity may give: the roles these modules give, none of which is more than it has or reads more than the app does.
// (Defender for Storage has its scanner's two roles given in the name of whoever switches it on.)
var grantable = '${roles.contributor}, ${roles.emailSender}, ${roles.eventGridDataSender}, ${roles.keyVaultSecretsOfficer}, ${roles.keyVaultSecretsUser}, ${roles.monitoringMetricsPublisher}, ${roles.storageBlobDataContributor}, ${roles.storageBlobDataOwner}, ${roles.storageBlobDelegator}, ${roles.storageQueueDataContributor}, ${roles.storageQueueMessageSender}, ${roles.storageTableDataContributor}, ${roles.webPubSubServiceOwner}, ${roles.websiteContributor}'
var writes = '(!(ActionMatches{\'Microsoft.Authorization/roleAssignments/write\'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${grantable}})'
var deletes = '(!(ActionMatches{\'Microsoft.Authorization/roleAssignments/delete\'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${grantable}})'

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: names.app
  location: location
  tags: tags
}

resource deploy 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = if (!empty(deploySubject)) {
  name: names.deploy
  location: location
  tags: tags
}

resource deployFromGithub 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = if (!empty(deploySubject)) {
  parent: deploy
  name: 'github'
  properties: {
    issuer: github
    subject: deploySubject
    audiences: [
      audience
    ]
  }
}

resource provision 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = if (!empty(provisionSubject)) {
  name: names.provision
  location: location
  tags: tags
}

resource provisionFromGithub 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = if (!empty(provisionSubject)) {
  parent: provision
  name: 'github'
  properties: {
    issuer: github
    subject: provisionSubject
    audiences: [
      audience
    ]
  }
}

// Contributor of this resource group; neither Owner nor anything outside it.
resource provisionContributes 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (asOwner && !empty(provisionSubject)) {
  name: guid(resourceGroup().id, names.provision, roles.contributor)
  properties: {
    principalId: provision!.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, roles.contributor)
  }
}

// Contributors may not write locks, and a deployment writes them again each time.
resource provisionLocks 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (asOwner && !empty(provisionSubject)) {
  name: guid(resourceGroup().id, names.provision, roles.locksContributor)
  properties: {
    principalId: provision!.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, roles.locksContributor)
  }
}

resource provisionGrants 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (asOwner && !empty(provisionSubject)) {
  name: guid(resourceGroup().id, names.provision, roles.roleAdministrator)
  properties: {
    principalId: provision!.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, roles.roleAdministrator)
    conditionVersion: '2.0'
    condition: '(${writes}) AND (${deletes})'
  }
}

output appId string = app.id
output appClientId string = app.properties.clientId
output appPrincipalId string = app.properties.principalId
output deployClientId string = empty(deploySubject) ? '' : deploy!.properties.clientId
output deployPrincipalId string = empty(deploySubject) ? '' : deploy!.properties.principalId
output provisionClientId string = empty(provisionSubject) ? '' : provision!.properties.clientId
