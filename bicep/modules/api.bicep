// The app with its settings, the way to it, and who may bring its code.

@description('Names: plan, app, page, frontDoor, frontDoorEndpoint.')
param names object

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Instances, see function_app.bicep.')
param scale object

@description('Front Door: enabled, sku, requestLimit.')
param frontDoor object

@description('Id that Front Door shows in its requests; empty: there is none.')
param frontDoorId string

@description('Own domain of Front Door; empty: none.')
param frontDoorDomainId string

@description('Address people open.')
param pageUrl string

@description('Host name of the page.')
param pageHostName string

@description('Subnet the app reaches others from; empty: none.')
param subnetId string

@description('Identity of the app: resource id.')
param identityId string

@description('Identity of the app: client id.')
param clientId string

@description('Principal that brings code; empty: none.')
param deployPrincipalId string

@description('Address of the blob container with the package.')
param packageUrl string

@description('Where things are, see app_settings.bicep.')
param endpoints object

@description('Mail server, see app_settings.bicep.')
param smtp object

@description('Files are scanned by Defender for Storage.')
param malwareScanning bool

@description('Name that access tokens carry as their issuer.')
param tokenIssuer string

@description('App registration for signing in with Microsoft.')
param entraClientId string

@description('Settings that are to be other than usual.')
param settings object

@description('Log Analytics workspace.')
param workspaceId string

module app 'function_app.bicep' = {
  params: {
    names: names
    location: location
    tags: tags
    scale: scale
    identityId: identityId
    packageUrl: packageUrl
    pageOrigins: [
      pageUrl
    ]
    subnetId: subnetId
    frontDoorId: frontDoorId
    workspaceId: workspaceId
  }
}

module appSettings 'app_settings.bicep' = {
  params: {
    appName: app.outputs.name
    endpoints: endpoints
    clientId: clientId
    pageUrl: pageUrl
    sameSite: frontDoor.enabled
    malwareScanning: malwareScanning
    tokenIssuer: tokenIssuer
    entraClientId: entraClientId
    smtp: smtp
    overrides: settings
  }
}

module routes 'front_door_routes.bicep' = if (frontDoor.enabled) {
  params: {
    profileName: names.frontDoor
    endpointName: names.frontDoorEndpoint
    domainId: frontDoorDomainId
    apiHostName: app.outputs.hostName
    pageHostName: pageHostName
  }
}

module firewall 'firewall.bicep' = if (frontDoor.enabled) {
  params: {
    profileName: names.frontDoor
    endpointName: names.frontDoorEndpoint
    domainId: frontDoorDomainId
    sku: frontDoor.sku
    tags: tags
    requestLimit: frontDoor.requestLimit
  }
  dependsOn: [
    routes
  ]
}

module deployAccess 'deploy_access.bicep' = if (!empty(deployPrincipalId)) {
  params: {
    principalId: deployPrincipalId
    appName: app.outputs.name
    pageName: names.page
  }
}

output appId string = app.outputs.id
output appName string = app.outputs.name
output url string = 'https://${app.outputs.hostName}'
