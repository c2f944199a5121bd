// What is asked below /api/ goes to the app, everything else to the page.

@description('Name of the Front Door profile.')
param profileName string

@description('Name of its endpoint.')
param endpointName string

@description('Own domain of the profile; empty: none.')
param domainId string

@description('Host name of the app.')
param apiHostName string

@description('Host name of the page.')
param pageHostName string

var origins = [
  {
    name: 'api'
    hostName: apiHostName
    patterns: [
      '/api/*'
    ]
  }
  {
    name: 'page'
    hostName: pageHostName
    patterns: [
      '/*'
    ]
  }
]
var domains = [
  {
    id: domainId
  }
]
resource profile 'Microsoft.Cdn/profiles@2025-06-01' existing = {
  name: profileName
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' existing = {
  parent: profile
  name: endpointName
}

// Without probes: with one origin there is nothing to choose, and every edge of the network would keep the app awake.
resource groups 'Microsoft.Cdn/profiles/originGroups@2025-06-01' = [for origin in origins: {
  parent: profile
  name: origin.name
  properties: {
    loadBalancingSettings: {
      sampleSize: 4
      successfulSamplesRequired: 3
    }
  }
}]

resource hosts 'Microsoft.Cdn/profiles/originGroups/origins@2025-06-01' = [for (origin, i) in origins: {
  parent: groups[i]
  name: origin.name
  properties: {
    hostName: origin.hostName
    originHostHeader: origin.hostName
    httpsPort: 443
    enforceCertificateNameCheck: true
  }
}]

resource routes 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = [for (origin, i) in origins: {
  parent: endpoint
  name: origin.name
  properties: {
    originGroup: {
      id: groups[i].id
    }
    patternsToMatch: origin.patterns
    supportedProtocols: [
      'Http'
      'Https'
    ]
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    customDomains: empty(domainId) ? [] : domains
  }
  dependsOn: [
    hosts[i]
  ]
}]
