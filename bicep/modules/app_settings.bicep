// Every setting of the app. docs/settings.md explains them; a test holds this list, shared/config.py, the example and the document together.

@description('Name of the app.')
param appName string

@description('Where things are: host and queue endpoints, documents, cosmos, vault, cache, mail, and the connection string of the telemetry.')
param endpoints object

@description('Identity of the app: client id.')
param clientId string

@description('Address people open.')
param pageUrl string

@description('Page and API share a site, since Front Door stands before both.')
param sameSite bool

@description('Files are scanned by Defender for Storage.')
param malwareScanning bool

@description('Name that access tokens carry as their issuer.')
param tokenIssuer string

@description('App registration for signing in with Microsoft; empty: no such sign-in.')
param entraClientId string

@description('Mail server: host, port, security, username, sender; host empty: none.')
param smtp object

@description('Settings that are to be other than here. Never a secret.')
param overrides object

var data = loadJsonContent('../../infra/data.json')
var vault = '@Microsoft.KeyVault(SecretUri=${endpoints.vault}secrets/'
var identity = 'managedidentity'

var platform = {
  AzureWebJobsStorage__blobServiceUri: endpoints.hostBlobs
  AzureWebJobsStorage__queueServiceUri: endpoints.queues
  AzureWebJobsStorage__tableServiceUri: endpoints.hostTables
  AzureWebJobsStorage__credential: identity
  AzureWebJobsStorage__clientId: clientId
  COSMOS__credential: identity
  COSMOS__clientId: clientId
  QUEUES__credential: identity
  QUEUES__clientId: clientId
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
  // The distribution would send five traces a second at most, and says so nowhere.
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: '1.0'
  // A row with each few spans that says again what every row says.
  APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED: 'true'
  // The worker tells what it logs by itself; of the host only what is wrong, not each start and end, and not all of it once more.
  AzureFunctionsJobHost__logging__logLevel__Function: 'Warning'
}

var product = {
  COSMOS__accountEndpoint: endpoints.cosmos
  COSMOS_DATABASE: data.database
  BLOBS__blobServiceUri: endpoints.documents
  QUEUES__queueServiceUri: endpoints.queues
  AZURE_CLIENT_ID: clientId
  REDIS_URL: ''
  REDIS_ENDPOINT: endpoints.cache
  TOKEN_SIGNING_KEYS: '${vault}token-signing-keys)'
  TOKEN_ISSUER: tokenIssuer
  SESSION_COOKIE_SECURE: 'true'
  SESSION_COOKIE_SITE: sameSite ? 'same' : 'cross'
  PROTECTION_KEYS: '${vault}protection-keys)'
  PROVISIONING_KEY_HASH: '${vault}provisioning-key-hash)'
  REQUEST_LIMIT: '600/minute'
  PROXIES_IN_FRONT: sameSite ? '1' : '0'
  PAGE_URL: pageUrl
  MAIL_ENDPOINT: endpoints.mail
  SMTP_HOST: smtp.host
  SMTP_PORT: '${smtp.port}'
  SMTP_SECURITY: smtp.security
  SMTP_USERNAME: smtp.username
  SMTP_PASSWORD: empty(smtp.username) ? '' : '${vault}smtp-password)'
  MAIL_SENDER: smtp.sender
  // The callback's cookie would belong to another site than the page (docs/adr/0005): no such sign-in then.
  ENTRA_CLIENT_ID: sameSite ? entraClientId : ''
  ENTRA_AUTHORITY: '${environment().authentication.loginEndpoint}organizations'
  ENTRA_CLIENT_SECRET: ''
  ENTRA_SCOPES: 'User.Read'
  ENTRA_API_AUDIENCE: ''
  ENTRA_REDIRECT_URI: ''
  ENTRA_OIDC_AUTHORITY: ''
  ENTRA_ISSUER: ''
  ENTRA_CA_FILE: ''
  UPLOAD_MAX_BYTES: '5368709120'
  VERIFICATION_LEASE_SECONDS: '120'
  RECONCILE_AFTER_SECONDS: '300'
  RECONCILE_SCHEDULE: '0 * * * * *'
  RETENTION_SCHEDULE: '0 0 2 * * *'
  REMINDER_SCHEDULE: '0 0 * * * *'
  DUE_REPORTS_SCHEDULE: '0 */5 * * * *'
  MALWARE_SCANNER: malwareScanning ? 'defender' : 'none'
  CLAMD_ADDRESS: ''
  CLAMD_MAX_BYTES: '100000000'
  UPLOAD_UNSCANNED: 'true'
  UPLOAD_MACROS: 'false'
  APPLICATIONINSIGHTS_CONNECTION_STRING: endpoints.telemetry
  OTEL_EXPORTER_OTLP_ENDPOINT: ''
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

// Replaces the whole set: what somebody changed by hand is gone after the next deployment.
resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  // The scanner takes app settings for the site's own configuration.
  // checkov:skip=CKV_AZURE_13: the app verifies its own tokens (docs/adr/0005, 0007)
  // checkov:skip=CKV_AZURE_63: of other plans; requests are traced by OpenTelemetry
  // checkov:skip=CKV_AZURE_65: of other plans; details of errors are for the log, not for callers
  // checkov:skip=CKV_AZURE_66: of other plans
  // checkov:skip=CKV_AZURE_80: there is no .NET in it
  // checkov:skip=CKV_AZURE_88: Flex Consumption runs from its package
  // checkov:skip=CKV_AZURE_222: as in function_app.bicep
  parent: app
  name: 'appsettings'
  properties: union(platform, product, overrides)
}
