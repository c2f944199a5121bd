// For work: zones, a private network, always-ready instances, locks, and everything that is scanned is scanned.
using '../../bicep/main.bicep'

param environment = 'prod'
// Zones ask for two always-ready instances of a group, or none.
param scale = {
  pythonVersion: '3.13'
  memory: 2048
  most: 100
  httpConcurrency: 16
  alwaysReady: [
    {
      name: 'http'
      instanceCount: 2
    }
  ]
  zoneRedundant: true
}
param database = {
  capacity: 'autoscale'
  maxThroughput: 4000
  dedicated: []
  backupTier: 'Continuous30Days'
  zoneRedundant: true
}
param files = {
  sku: 'Standard_ZRS'
  recoveryDays: 30
  coolAfterDays: 180
  immutableDays: 0
  malwareScanning: true
  malwareGigabytes: 500
}
param logs = {
  retentionDays: 90
  dailyGigabytes: 10
}
param frontDoor = {
  enabled: true
  sku: 'Standard_AzureFrontDoor'
  domain: readEnvironmentVariable('PAGE_DOMAIN', '')
  requestLimit: 6000
}
param cache = {
  enabled: true
  sku: 'Balanced_B0'
  highlyAvailable: true
}
param network = {
  enabled: true
  addressPrefix: '10.60.0.0/24'
  appPrefix: '10.60.0.0/26'
  endpointPrefix: '10.60.0.64/26'
}
param pageSku = 'Standard'
param mail = {
  enabled: true
  dataLocation: 'Europe'
  domain: readEnvironmentVariable('MAIL_DOMAIN', '')
}
param alertMail = readEnvironmentVariable('ALERT_MAIL', '')
param locked = true
param asOwner = readEnvironmentVariable('AS_OWNER', '') == 'true'
param secretKeeperIds = empty(readEnvironmentVariable('SECRET_KEEPER_IDS', '')) ? [] : split(readEnvironmentVariable('SECRET_KEEPER_IDS', ''), ',')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param budget = {
  amount: 1500
  startDate: readEnvironmentVariable('BUDGET_START', '')
}
param github = {
  repository: readEnvironmentVariable('GITHUB_REPOSITORY', '')
  ownerId: readEnvironmentVariable('GITHUB_REPOSITORY_OWNER_ID', '')
  repositoryId: readEnvironmentVariable('GITHUB_REPOSITORY_ID', '')
}
param settings = {
  UPLOAD_UNSCANNED: 'false'
}
