// What people store. Browsers send and fetch by signed URLs, so the account has a public endpoint; without a signature nothing is served.

@description('Name of the storage account.')
param name string

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Redundancy, such as Standard_ZRS.')
param sku string

@description('Where the page is served from: exact origins whose scripts may use signed URLs.')
param pageOrigins array

@description('Days that deleted and overwritten blobs can be brought back.')
@minValue(1)
@maxValue(365)
param recoveryDays int

@description('Keep the account from being deleted.')
param locked bool

@description('Log Analytics workspace.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  // checkov:skip=CKV_AZURE_35: browsers send and fetch by signed URLs from anywhere
  // checkov:skip=CKV_AZURE_59: as above; nothing is public without a signature
  // checkov:skip=CKV_AZURE_206: redundancy is a parameter: zones in staging and prod, GZRS where another region may hold the data
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    allowedCopyScope: 'AAD'
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
    sasPolicy: {
      sasExpirationPeriod: '01.00:00:00'
      expirationAction: 'Log'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: {
      enabled: true
      retentionInDays: recoveryDays
    }
    deleteRetentionPolicy: {
      enabled: true
      days: recoveryDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: recoveryDays
    }
    cors: {
      corsRules: [
        {
          allowedOrigins: pageOrigins
          allowedMethods: [
            'GET'
            'HEAD'
            'OPTIONS'
            'PUT'
          ]
          allowedHeaders: [
            'content-type'
            'if-match'
            'if-none-match'
            'range'
            'x-ms-*'
          ]
          exposedHeaders: [
            'ETag'
            'Retry-After'
            'x-ms-error-code'
            'x-ms-request-id'
          ]
          maxAgeInSeconds: 3600
        }
      ]
    }
  }
}

// Reading is left out: the app records who opens what, and signed URLs carry no person.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Documents of organisations.'
  }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
