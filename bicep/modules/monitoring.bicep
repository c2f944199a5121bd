// Who is told. Alert rules and the workbook hang on this action group; their queries live in infra/monitoring.

@description('Name of the action group.')
param actionGroupName string

@description('Tags of the resources.')
param tags object

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
