// One door into the network for one part of one service.

@description('Name of the endpoint.')
param name string

@description('Region of the resources.')
param location string

@description('Tags of the resources.')
param tags object

@description('Subnet it lies in.')
param subnetId string

@description('Resource it leads to.')
param targetId string

@description('Which part of it, such as blob.')
param part string

@description('DNS zone in which it is found.')
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: part
        properties: {
          privateLinkServiceId: targetId
          groupIds: [
            part
          ]
        }
      }
    ]
  }
}

resource dns 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: toLower(part)
        properties: {
          privateDnsZoneId: zoneId
        }
      }
    ]
  }
}

output id string = endpoint.id
