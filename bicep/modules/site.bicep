// What people open: the page, and Front Door before it where there is one. Everything else is told its address.

@description('Names: page, frontDoor, frontDoorEndpoint.')
param names object

@description('Region of the page.')
param location string

@description('Tags of the resources.')
param tags object

@description('SKU of the page.')
param pageSku string

@description('Front Door: enabled, sku, domain.')
param frontDoor object

@description('Log Analytics workspace.')
param workspaceId string

module page 'page.bicep' = {
  params: {
    name: names.page
    location: location
    tags: tags
    sku: pageSku
  }
}

module door 'front_door.bicep' = if (frontDoor.enabled) {
  params: {
    name: names.frontDoor
    endpointName: names.frontDoorEndpoint
    tags: tags
    sku: frontDoor.sku
    domain: frontDoor.domain
    workspaceId: workspaceId
  }
}

var given = frontDoor.enabled ? door!.outputs.hostName : page.outputs.hostName

output pageUrl string = frontDoor.enabled && !empty(frontDoor.domain) ? 'https://${frontDoor.domain}' : 'https://${given}'
output pageHostName string = page.outputs.hostName
output frontDoorId string = frontDoor.enabled ? door!.outputs.frontDoorId : ''
output frontDoorHostName string = frontDoor.enabled ? door!.outputs.hostName : ''
output validationToken string = frontDoor.enabled ? door!.outputs.validationToken : ''
output domainId string = frontDoor.enabled ? door!.outputs.domainId : ''
