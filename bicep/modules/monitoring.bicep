// Who is told, of what, and one page to look at. Every query is a file of infra/monitoring/queries; what is watched and why: docs/monitoring.md.

@description('Name of the action group; names of rules begin with its end.')
param actionGroupName string

@description('Region of rules that have one.')
param location string

@description('Tags of the resources.')
param tags object

@description('Application Insights component that rules and workbook look at.')
param componentId string

@description('Log Analytics workspace that queries run in.')
param workspaceId string

@description('Address that alerts and budget warnings go to; empty: nobody is told, and no rule is paid for.')
param mail string

@description('Gigabytes of logs a day after which nothing more is taken in; -1 for no bound.')
param dailyGigabytes int

@description('Address that is asked from outside whether the app can do its work.')
param probedUrl string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'petroconnect'
    enabled: true
    emailReceivers: empty(mail) ? [] : [
      {
        name: 'operations'
        emailAddress: mail
        useCommonAlertSchema: true
      }
    ]
  }
}

module workbook 'workbook.bicep' = {
  params: {
    location: location
    tags: tags
    workspaceId: workspaceId
  }
}

module alerts 'alerts.bicep' = if (!empty(mail)) {
  params: {
    prefix: actionGroupName
    location: location
    tags: tags
    workspaceId: workspaceId
    actionGroupId: people.id
    dailyGigabytes: dailyGigabytes
  }
}

module probe 'probe.bicep' = if (!empty(mail)) {
  params: {
    name: 'probe-${actionGroupName}'
    location: location
    tags: tags
    componentId: componentId
    url: probedUrl
  }
}

output actionGroupId string = people.id
