// For trying out: one region, one zone, costs next to nothing when nobody works.
using '../../bicep/main.bicep'

param environment = 'dev'
param alertMail = readEnvironmentVariable('ALERT_MAIL', '')
param asOwner = readEnvironmentVariable('AS_OWNER', '') == 'true'
param secretKeeperIds = empty(readEnvironmentVariable('SECRET_KEEPER_IDS', '')) ? [] : split(readEnvironmentVariable('SECRET_KEEPER_IDS', ''), ',')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param budget = {
  amount: 50
  startDate: readEnvironmentVariable('BUDGET_START', '')
}
param github = {
  repository: readEnvironmentVariable('GITHUB_REPOSITORY', '')
  ownerId: readEnvironmentVariable('GITHUB_REPOSITORY_OWNER_ID', '')
  repositoryId: readEnvironmentVariable('GITHUB_REPOSITORY_ID', '')
}
