// What is worth waking somebody for. A rule compares one column (`measure`) of a saved query, for each value of its dimension apart.
// One that does not resolve itself writes again as long as its window shows the event.

@description('Begins the names of the rules.')
param prefix string

@description('Region of the rules.')
param location string

@description('Tags of the resources.')
param tags object

@description('Log Analytics workspace that queries run in.')
param workspaceId string

@description('Action group that is told.')
param actionGroupId string

@description('Gigabytes of logs a day after which nothing more is taken in; -1 for no bound.')
param dailyGigabytes int

var gigabytes = dailyGigabytes < 0 ? 50 : dailyGigabytes
var rules = loadJsonContent('../../infra/monitoring/rules.json')
var queries = {
  availability: loadTextContent('../../infra/monitoring/queries/availability.kql')
  availability_test: loadTextContent('../../infra/monitoring/queries/availability_test.kql')
  cosmos_throttled: loadTextContent('../../infra/monitoring/queries/cosmos_throttled.kql')
  errors: loadTextContent('../../infra/monitoring/queries/errors.kql')
  heartbeat: loadTextContent('../../infra/monitoring/queries/heartbeat.kql')
  ingestion_today: loadTextContent('../../infra/monitoring/queries/ingestion_today.kql')
  job_failures: loadTextContent('../../infra/monitoring/queries/job_failures.kql')
  left_undone: loadTextContent('../../infra/monitoring/queries/left_undone.kql')
  poison: loadTextContent('../../infra/monitoring/queries/poison.kql')
  queue_age: loadTextContent('../../infra/monitoring/queries/queue_age.kql')
  sign_in_anomalies: loadTextContent('../../infra/monitoring/queries/sign_in_anomalies.kql')
  sign_ins: loadTextContent('../../infra/monitoring/queries/sign_ins.kql')
  slowness: loadTextContent('../../infra/monitoring/queries/slowness.kql')
  standstill: loadTextContent('../../infra/monitoring/queries/standstill.kql')
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: '${prefix}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${prefix}-${rule.name}'
    description: '${rule.description} What to do: docs/runbooks/alerts.md#${rule.name}'
    severity: rule.severity
    enabled: true
    autoMitigate: rule.resolves
    // A new workspace has no rows yet, of which the validation takes tables and columns.
    skipQueryValidation: true
    scopes: [
      workspaceId
    ]
    windowSize: rule.window
    evaluationFrequency: rule.frequency
    criteria: {
      allOf: [
        {
          query: queries[rule.query]
          metricMeasureColumn: rule.measure
          timeAggregation: rule.aggregation
          operator: rule.operator
          threshold: rule.threshold * (rule.unit == 'dailyGigabyte' ? gigabytes : 1)
          dimensions: empty(rule.dimension) ? [] : [
            {
              name: rule.dimension
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        actionGroupId
      ]
      customProperties: {
        query: rule.query
        runbook: 'docs/runbooks/alerts.md#${rule.name}'
      }
    }
  }
}]
