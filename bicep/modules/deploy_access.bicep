// What the workflow that brings code may do: replace the code of this app and the files of this page. Nothing else, and no data.

@description('Principal of the deploy identity.')
param principalId string

@description('Name of the app.')
param appName string

@description('Name of the Static Web App.')
param pageName string

var roles = loadJsonContent('../../infra/roles.json')
var roleType = 'Microsoft.Authorization/roleDefinitions'

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource page 'Microsoft.Web/staticSites@2025-03-01' existing = {
  name: pageName
}

resource onApp 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(app.id, principalId, roles.websiteContributor)
  scope: app
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, roles.websiteContributor)
  }
}

// Website Contributor does not cover static sites, and there is no narrower role for them.
resource onPage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(page.id, principalId, roles.contributor)
  scope: page
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(roleType, roles.contributor)
  }
}
