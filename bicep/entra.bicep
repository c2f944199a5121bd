// The app registration for signing in with Microsoft. Apart from main.bicep: who may register applications is seldom who owns a subscription.
extension microsoftGraphV1

@description('Which environment this is.')
@allowed(['dev', 'staging', 'prod'])
param environment string

@description('Begins the names of resources, as in main.bicep.')
param name string = 'petro'

@description('Address people open: PAGE_URL of main.bicep.')
param pageUrl string

@description('Principal of the app\'s identity: APP_PRINCIPAL_ID of main.bicep. It vouches for the app instead of a secret.')
param appPrincipalId string

@description('AzureADMultipleOrgs for several customers, AzureADMyOrg for one.')
@allowed(['AzureADMultipleOrgs', 'AzureADMyOrg'])
param audience string = 'AzureADMultipleOrgs'

var graph = '00000003-0000-0000-c000-000000000000'
var userRead = 'e1fe6dd8-ba31-4d61-89e7-88639da4683d'
var roles = [
  { value: 'admin', displayName: 'Admin', description: 'Looks after people, sites and settings.', member: 'User' }
  { value: 'engineer', displayName: 'Engineer', description: 'Writes, reviews and shares documents.', member: 'User' }
  { value: 'operator', displayName: 'Operator', description: 'Writes documents and reports.', member: 'User' }
  { value: 'viewer', displayName: 'Viewer', description: 'Reads.', member: 'User' }
  { value: 'access_as_application', displayName: 'Application', description: 'Calls the API as itself.', member: 'Application' }
]

resource registration 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: 'petroconnect-${name}-${environment}'
  displayName: environment == 'prod' ? 'PetroConnect' : 'PetroConnect (${environment})'
  signInAudience: audience
  api: {
    // Tokens of version 1 have another issuer and are refused.
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: guid('petroconnect', name, environment, 'access_as_user')
        value: 'access_as_user'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Act for people in PetroConnect'
        adminConsentDescription: 'Lets an application do in PetroConnect what the signed-in person may do.'
        userConsentDisplayName: 'Act for you in PetroConnect'
        userConsentDescription: 'Lets an application do in PetroConnect what you may do.'
      }
    ]
  }
  appRoles: [for role in roles: {
    id: guid('petroconnect', name, environment, role.value)
    value: role.value
    displayName: role.displayName
    description: role.description
    isEnabled: true
    allowedMemberTypes: [role.member]
  }]
  web: {
    redirectUris: [
      '${pageUrl}/api/v1/auth/entra/callback'
      '${pageUrl}/sign-in'
    ]
  }
  optionalClaims: {
    idToken: [
      { name: 'email' }
      { name: 'xms_edov' }
    ]
  }
  requiredResourceAccess: [
    {
      resourceAppId: graph
      resourceAccess: [
        { id: userRead, type: 'Scope' }
      ]
    }
  ]
}

resource vouched 'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0' = {
  name: '${registration.uniqueName}/app'
  audiences: ['api://AzureADTokenExchange']
  issuer: '${az.environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
  subject: appPrincipalId
}

resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: registration.appId
}

output ENTRA_CLIENT_ID string = registration.appId
output ENTRA_PRINCIPAL_ID string = principal.id
