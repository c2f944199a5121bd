// Communication Services, for letters. The app sends with its identity; from a domain Azure keeps, or from an own one once people have proved it theirs.

@description('Name of the Communication Services resource.')
param name string

@description('Name of the e-mail service.')
param emailName string

@description('Where letters are kept on their way, such as Europe.')
param dataLocation string

@description('Domain of one\'s own that letters come from, verified by hand before (docs/runbooks/deploy.md); empty: the one Azure keeps.')
param ownDomain string

@description('Tags of the resources.')
param tags object

@description('Principal of the app.')
param appPrincipalId string

@description('Log Analytics workspace.')
param workspaceId string

var roles = loadJsonContent('../../infra/roles.json')

resource email 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2023-04-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    // Opens and clicks are nobody's business.
    userEngagementTracking: 'Disabled'
  }
}

resource service 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    // Only verified domains can be linked.
    linkedDomains: [
      empty(ownDomain) ? domain.id : resourceId('Microsoft.Communication/emailServices/domains', email.name, ownDomain)
    ]
  }
}

resource appSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, appPrincipalId, roles.emailSender)
  scope: service
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.emailSender)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: service
  properties: {
    workspaceId: workspaceId
    logs: [
      // How many letters went out. How each arrived is logged with the address it went to, and shows in the service's metrics without.
      {
        category: 'EmailSendMailOperational'
        enabled: true
      }
    ]
  }
}

output endpoint string = 'https://${service.properties.hostName}'
output sender string = 'DoNotReply@${empty(ownDomain) ? domain.properties.mailFromSenderDomain : ownDomain}'
