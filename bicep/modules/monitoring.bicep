// Who is told. Alert rules and the workbook hang on this action group; their queries live in infra/monitoring.

@description('Name of the action group.')
param actionGroupName string

@description('Region of rules that have one.')
#disable-next-line no-unused-params
param location string

@description('Tags of the resources.')
param tags object

@description('Application Insights component that rules and workbook look at.')
#disable-next-line no-unused-params
param componentId string

@description('Log Analytics workspace that queries run in.')
#disable-next-line no-unused-params
param workspaceId string

@description('Address that alerts and budget warnings go to; empty: nobody is told.')
param mail string

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

output actionGroupId string = people.id
