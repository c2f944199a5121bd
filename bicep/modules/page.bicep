// The page: static files and nothing else. The API is not linked to it: the link would rewrite the Authorization header.

@description('Name of the Static Web App.')
param name string

@description('One of the few regions that have them; files are served from everywhere.')
param location string

@description('Tags of the resources.')
param tags object

@description('Free, or Standard for an own certificate and an agreed availability.')
@allowed([
  'Free'
  'Standard'
])
param sku string

resource page 'Microsoft.Web/staticSites@2025-03-01' = {
  // checkov:skip=CKV_AZURE_222: it is the public page
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'web' })
  sku: {
    name: sku
    tier: sku
  }
  properties: {
    allowConfigFileUpdates: true
    stagingEnvironmentPolicy: 'Disabled'
  }
}

output id string = page.id
output name string = page.name
output hostName string = page.properties.defaultHostname
