// A role of exactly the operations the app performs, in its database only. Made after the database: its scope must exist.

@description('Name of the Cosmos DB account.')
param accountName string

@description('Principal of the app.')
param appPrincipalId string

var data = loadJsonContent('../../infra/data.json')
var items = 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' existing = {
  name: accountName
}

resource role 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2025-04-15' = {
  parent: account
  name: guid(account.id, 'petroconnect')
  properties: {
    roleName: 'PetroConnect'
    type: 'CustomRole'
    assignableScopes: [
      account.id
    ]
    permissions: [
      {
        dataActions: [
          'Microsoft.DocumentDB/databaseAccounts/readMetadata'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/readChangeFeed'
          '${items}/create'
          '${items}/read'
          '${items}/replace'
          '${items}/upsert'
          '${items}/delete'
        ]
      }
    ]
  }
}

resource appOnDatabase 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = {
  parent: account
  name: guid(account.id, appPrincipalId, data.database)
  properties: {
    principalId: appPrincipalId
    roleDefinitionId: role.id
    scope: '${account.id}/dbs/${data.database}'
  }
}
