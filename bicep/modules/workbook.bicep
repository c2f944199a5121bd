// Every query, saved in the workspace, and one page of them: traffic, errors, latency, jobs and queues, the database, starts, sign-ins,
// what people got done, what the logs cost.

@description('Region of the workbook.')
param location string

@description('Tags of the resources.')
param tags object

@description('Log Analytics workspace that queries run in.')
param workspaceId string

var resourceType = 'microsoft.operationalinsights/workspaces'
var panels = loadJsonContent('../../infra/monitoring/panels.json')
var queries = {
  availability: loadTextContent('../../infra/monitoring/queries/availability.kql')
  availability_test: loadTextContent('../../infra/monitoring/queries/availability_test.kql')
  business: loadTextContent('../../infra/monitoring/queries/business.kql')
  cache: loadTextContent('../../infra/monitoring/queries/cache.kql')
  cold_starts: loadTextContent('../../infra/monitoring/queries/cold_starts.kql')
  cosmos_charge: loadTextContent('../../infra/monitoring/queries/cosmos_charge.kql')
  cosmos_charge_over_time: loadTextContent('../../infra/monitoring/queries/cosmos_charge_over_time.kql')
  cosmos_throttled: loadTextContent('../../infra/monitoring/queries/cosmos_throttled.kql')
  errors: loadTextContent('../../infra/monitoring/queries/errors.kql')
  errors_by_operation: loadTextContent('../../infra/monitoring/queries/errors_by_operation.kql')
  exceptions: loadTextContent('../../infra/monitoring/queries/exceptions.kql')
  heartbeat: loadTextContent('../../infra/monitoring/queries/heartbeat.kql')
  ingestion: loadTextContent('../../infra/monitoring/queries/ingestion.kql')
  ingestion_today: loadTextContent('../../infra/monitoring/queries/ingestion_today.kql')
  job_delay: loadTextContent('../../infra/monitoring/queries/job_delay.kql')
  job_failures: loadTextContent('../../infra/monitoring/queries/job_failures.kql')
  jobs: loadTextContent('../../infra/monitoring/queries/jobs.kql')
  latency: loadTextContent('../../infra/monitoring/queries/latency.kql')
  latency_by_operation: loadTextContent('../../infra/monitoring/queries/latency_by_operation.kql')
  left_undone: loadTextContent('../../infra/monitoring/queries/left_undone.kql')
  poison: loadTextContent('../../infra/monitoring/queries/poison.kql')
  queue_age: loadTextContent('../../infra/monitoring/queries/queue_age.kql')
  rate_limited: loadTextContent('../../infra/monitoring/queries/rate_limited.kql')
  refused_jobs: loadTextContent('../../infra/monitoring/queries/refused_jobs.kql')
  sign_in_anomalies: loadTextContent('../../infra/monitoring/queries/sign_in_anomalies.kql')
  sign_ins: loadTextContent('../../infra/monitoring/queries/sign_ins.kql')
  slowness: loadTextContent('../../infra/monitoring/queries/slowness.kql')
  standstill: loadTextContent('../../infra/monitoring/queries/standstill.kql')
  trace: loadTextContent('../../infra/monitoring/queries/trace.kql')
  traffic: loadTextContent('../../infra/monitoring/queries/traffic.kql')
}
var period = {
  type: 9
  name: 'period'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    queryType: 0
    resourceType: resourceType
    parameters: [
      {
        id: guid(workspaceId, 'TimeRange')
        version: 'KqlParameterItem/1.0'
        name: 'TimeRange'
        label: 'Period'
        type: 4
        isRequired: true
        value: {
          durationMs: 86400000
        }
        typeSettings: {
          allowCustom: true
          selectableValues: [
            {
              durationMs: 3600000
            }
            {
              durationMs: 14400000
            }
            {
              durationMs: 86400000
            }
            {
              durationMs: 604800000
            }
            {
              durationMs: 2592000000
            }
          ]
        }
      }
    ]
  }
}
var items = [for panel in panels: {
  type: 3
  name: panel.title
  customWidth: panel.width
  content: {
    version: 'KqlItem/1.0'
    title: panel.title
    query: queries[panel.query]
    visualization: panel.visualization
    // Without it a chart draws every number there is, percent beside counts.
    chartSettings: panel.chart
    size: 0
    queryType: 0
    resourceType: resourceType
    timeContextFromParameter: 'TimeRange'
    showExportToExcel: true
  }
}]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: last(split(workspaceId, '/'))
}

resource saved 'Microsoft.OperationalInsights/workspaces/savedSearches@2025-07-01' = [for one in items(queries): {
  parent: workspace
  name: 'petroconnect-${replace(one.key, '_', '-')}'
  // Else a deployment could not change what an earlier one saved.
  etag: '*'
  properties: {
    category: 'PetroConnect'
    displayName: 'PetroConnect: ${one.key}'
    query: one.value
    version: 2
  }
}]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspaceId, 'petroconnect')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'PetroConnect'
    category: 'workbook'
    version: 'Notebook/1.0'
    sourceId: workspaceId
    serializedData: string({
      version: 'Notebook/1.0'
      fallbackResourceIds: [
        workspaceId
      ]
      items: concat([period], items)
    })
  }
}
