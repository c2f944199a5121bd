// A door for each service. The documents account has one too, though browsers come in from outside.

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
  {
    name: 'host-blob'
    part: 'blob'
    target: resourceId(storage, names.hostAccount)
  }
  {
    name: 'host-queue'
    part: 'queue'
    target: resourceId(storage, names.hostAccount)
  }
  {
    name: 'host-table'
    part: 'table'
    target: resourceId(storage, names.hostAccount)
  }
  {
    name: 'documents'
    part: 'blob'
    target: resourceId(storage, names.documentAccount)
  }
  {
    name: 'cosmos'
    part: 'Sql'
    target: resourceId('Microsoft.DocumentDB/databaseAccounts', names.cosmos)
  }
  {
    name: 'vault'
    part: 'vault'
    target: resourceId('Microsoft.KeyVault/vaults', names.vault)
  }
]
var ofCache = [
  {
    name: 'redis'
    part: 'redisEnterprise'
    target: resourceId('Microsoft.Cache/redisEnterprise', names.cache)
  }
]

module doors 'private_endpoint.bicep' = [for door in concat(always, withCache ? ofCache : []): {
  params: {
    name: 'pep-${names.app}-${door.name}'
    location: location
    tags: tags
    subnetId: subnetId
    targetId: door.target
    part: door.part
    zoneId: zoneIds[door.part]
  }
}]
