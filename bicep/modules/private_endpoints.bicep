// A door for each service. The documents account has one too, though browsers come in from outside.
// Named after what it leads to: where an existing door leads cannot be changed, and database and vault may come back under other names.

@description('Names: hostAccount, documentAccount, cosmos, vault, cache.')
param names object

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Subnet they lie in.')
param subnetId string

@description('DNS zones by part.')
param zoneIds object

@description('There is a Redis.')
param withCache bool

var storage = 'Microsoft.Storage/storageAccounts'
var always = [
  { part: 'blob', type: storage, name: names.hostAccount }
  { part: 'queue', type: storage, name: names.hostAccount }
  { part: 'table', type: storage, name: names.hostAccount }
  { part: 'blob', type: storage, name: names.documentAccount }
  { part: 'Sql', type: 'Microsoft.DocumentDB/databaseAccounts', name: names.cosmos }
  { part: 'vault', type: 'Microsoft.KeyVault/vaults', name: names.vault }
]
var ofCache = [
  { part: 'redisEnterprise', type: 'Microsoft.Cache/redisEnterprise', name: names.cache }
]

module doors 'private_endpoint.bicep' = [for door in concat(always, withCache ? ofCache : []): {
  params: {
    name: 'pep-${door.name}-${toLower(door.part)}'
    location: location
    tags: tags
    subnetId: subnetId
    targetId: resourceId(door.type, door.name)
    part: door.part
    zoneId: zoneIds[door.part]
  }
}]
