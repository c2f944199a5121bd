// What is worth waking somebody for. A rule compares one column (`measure`) of a saved query, for each value of its dimension apart.

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
  availability_test: loadTextContent('../../infra/monitoring/queries/availability_test.kql')
  cosmos_throttled: loadTextContent('../../infra/monitoring/queries/cosmos_throttled.kql')
  errors: loadTextContent('../../infra/monitoring/queries/errors.kql')
  heartbeat: loadTextContent('../../infra/monitoring/queries/heartbeat.kql')
  ingestion_today: loadTextContent('../../infra/monitoring/queries/ingestion_today.kql')
  job_failures: loadTextContent('../../infra/monitoring/queries/job_failures.kql')
  latency: loadTextContent('../../infra/monitoring/queries/latency.kql')
  poison: loadTextContent('../../infra/monitoring/queries/poison.kql')
  queue_age: loadTextContent('../../infra/monitoring/queries/queue_age.kql')
  sign_in_anomalies: loadTextContent('../../infra/monitoring/queries/sign_in_anomalies.kql')
  sign_ins: loadTextContent('../../infra/monitoring/queries/sign_ins.kql')
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: '${prefix}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${prefix}-${rule.name}'
    description: '${rule.description} What to do: docs/runbooks/incident.md.'
    severity: rule.severity
    enabled: true
    autoMitigate: true
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
          dimensions: rule.dimensions
          failingPeriods: {
            numberOfEvaluationPeriods: rule.periods
            minFailingPeriodsToAlert: rule.failing
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        actionGroupId
      ]
    }
  }
}]
