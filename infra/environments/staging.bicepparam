// As production is, in small: the same parts, so that what works here works there.
using '../../bicep/main.bicep'

param environment = 'staging'
param scale = {
  pythonVersion: '3.13'
  memory: 2048
  most: 40
  httpConcurrency: 16
  alwaysReady: []
  zoneRedundant: false
}
param database = {
  capacity: 'serverless'
  maxThroughput: 1000
  dedicated: []
  backupTier: 'Continuous7Days'
  zoneRedundant: false
}
param files = {
  sku: 'Standard_ZRS'
  recoveryDays: 14
  coolAfterDays: 180
  immutableDays: 0
  malwareScanning: true
  malwareGigabytes: 20
}
param logs = {
  retentionDays: 30
  dailyGigabytes: 1
}
param frontDoor = {
  enabled: true
  sku: 'Standard_AzureFrontDoor'
  domain: readEnvironmentVariable('PAGE_DOMAIN', '')
  requestLimit: 6000
}
param pageSku = 'Standard'
param mail = {
  enabled: true
  dataLocation: 'Europe'
  domain: readEnvironmentVariable('MAIL_DOMAIN', '')
}
param alertMail = readEnvironmentVariable('ALERT_MAIL', '')
param asOwner = readEnvironmentVariable('AS_OWNER', '') == 'true'
param secretKeeperIds = empty(readEnvironmentVariable('SECRET_KEEPER_IDS', '')) ? [] : split(readEnvironmentVariable('SECRET_KEEPER_IDS', ''), ',')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param budget = {
  amount: 200
  startDate: readEnvironmentVariable('BUDGET_START', '')
}
param github = {
  repository: readEnvironmentVariable('GITHUB_REPOSITORY', '')
  ownerId: readEnvironmentVariable('GITHUB_REPOSITORY_OWNER_ID', '')
  repositoryId: readEnvironmentVariable('GITHUB_REPOSITORY_ID', '')
}
