// What Front Door refuses before it reaches anything: addresses that ask too much, and with Premium what Microsoft's rules know as attacks.

@description('Name of the Front Door profile.')
param profileName string

@description('Name of its endpoint.')
param endpointName string

@description('Own domain of the profile; empty: none.')
param domainId string

@description('SKU of the profile.')
param sku string

@description('Tags of the resources.')
param tags object

@description('Requests of one address in five minutes, after which it is refused for a while.')
param requestLimit int

var managedRules = [
  {
    ruleSetType: 'Microsoft_DefaultRuleSet'
    ruleSetVersion: '2.1'
    ruleSetAction: 'Block'
  }
]
var ownDomains = [
  {
    id: domainId
  }
]
var endpointDomains = [
  {
    id: endpoint.id
  }
]

resource profile 'Microsoft.Cdn/profiles@2025-06-01' existing = {
  name: profileName
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' existing = {
  parent: profile
  name: endpointName
}

resource firewall 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2025-03-01' = {
  name: replace('waf${profileName}', '-', '')
  location: 'global'
  tags: tags
  sku: {
    name: sku
  }
  properties: {
    policySettings: {
      enabledState: 'Enabled'
      mode: 'Prevention'
    }
    customRules: {
      rules: [
        {
          name: 'TooMany'
          priority: 100
          ruleType: 'RateLimitRule'
          rateLimitDurationInMinutes: 5
          rateLimitThreshold: requestLimit
          action: 'Block'
          matchConditions: [
            {
              matchVariable: 'RequestUri'
              operator: 'Contains'
              matchValue: [
                '/api/'
              ]
            }
          ]
        }
      ]
    }
    managedRules: {
      managedRuleSets: startsWith(sku, 'Premium') ? managedRules : []
    }
  }
}

resource guard 'Microsoft.Cdn/profiles/securityPolicies@2025-06-01' = {
  parent: profile
  name: 'firewall'
  properties: {
    parameters: {
      type: 'WebApplicationFirewall'
      wafPolicy: {
        id: firewall.id
      }
      associations: [
        {
          domains: concat(endpointDomains, empty(domainId) ? [] : ownDomains)
          patternsToMatch: [
            '/*'
          ]
        }
      ]
    }
  }
}
