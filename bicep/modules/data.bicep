// Everything that keeps something: files, jobs, database, secrets, cache.

@description('Names: hostAccount, documentAccount, cosmos, vault, cache, topic.')
param names object

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Files: sku, recoveryDays, coolAfterDays, immutableDays, malwareScanning, malwareGigabytes.')
param files object

@description('Database: capacity, maxThroughput, dedicated, backupTier, zoneRedundant.')
param database object

@description('Redis: enabled, sku, highlyAvailable.')
param cache object

@description('Reachable by the private network only, but for signed URLs.')
param private bool

@description('Keep what holds data from being deleted.')
param locked bool

@description('Address people open.')
param pageUrl string

@description('Principal of the app.')
param appPrincipalId string

@description('Principals of people who may put secrets into the vault.')
param secretKeeperIds array

@description('Log Analytics workspace.')
param workspaceId string

module host 'host_storage.bicep' = {
  params: {
    name: names.hostAccount
    location: location
    tags: tags
    sku: files.sku
    private: private
    locked: locked
    appPrincipalId: appPrincipalId
    workspaceId: workspaceId
  }
}

module documents 'document_storage.bicep' = {
  params: {
    name: names.documentAccount
    location: location
    tags: tags
    sku: files.sku
    pageOrigins: [pageUrl]
    recoveryDays: files.recoveryDays
    locked: locked
    workspaceId: workspaceId
  }
}

module containers 'document_containers.bicep' = {
  params: {
    accountName: documents.outputs.name
    appPrincipalId: appPrincipalId
    immutableDays: files.immutableDays
  }
}

module lifecycle 'document_lifecycle.bicep' = {
  params: { accountName: documents.outputs.name, coolAfterDays: files.coolAfterDays }
}

module malware 'malware.bicep' = if (files.malwareScanning) {
  params: {
    topicName: names.topic
    location: location
    tags: tags
    documentAccountName: documents.outputs.name
    queueAccountName: host.outputs.name
    monthlyGigabytes: files.malwareGigabytes
    workspaceId: workspaceId
  }
}

module cosmos 'database.bicep' = {
  params: {
    accountName: names.cosmos
    location: location
    tags: tags
    capacity: database.capacity
    maxThroughput: database.maxThroughput
    dedicated: database.dedicated
    backupTier: database.backupTier
    zoneRedundant: database.zoneRedundant
    private: private
    locked: locked
    workspaceId: workspaceId
  }
}

module cosmosAccess 'database_access.bicep' = {
  params: {
    accountName: cosmos.outputs.name
    appPrincipalId: appPrincipalId
  }
}

module vault 'vault.bicep' = {
  params: {
    name: names.vault
    location: location
    tags: tags
    private: private
    locked: locked
    appPrincipalId: appPrincipalId
    keeperIds: secretKeeperIds
    workspaceId: workspaceId
  }
}

module redis 'cache.bicep' = if (cache.enabled) {
  params: {
    name: names.cache
    location: location
    tags: tags
    sku: cache.sku
    highlyAvailable: cache.highlyAvailable
    private: private
    appPrincipalId: appPrincipalId
    workspaceId: workspaceId
  }
}

output packageUrl string = host.outputs.packageUrl
output endpoints object = {
  hostBlobs: host.outputs.blobEndpoint
  hostTables: host.outputs.tableEndpoint
  queues: host.outputs.queueEndpoint
  documents: documents.outputs.blobEndpoint
  cosmos: cosmos.outputs.endpoint
  vault: vault.outputs.uri
  cache: cache.enabled ? redis!.outputs.endpoint : ''
}
