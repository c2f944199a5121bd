#!/bin/sh
# Restore the database of an environment as it was at a moment, into a new account, and compare its containers with infra/data.json:
# restore_database.sh GROUP TARGET MOMENT, MOMENT as in 2026-11-21T14:00:00Z. SOURCE names the account where the group has several.
# The account that is restored from is not touched.
set -eu
group=$1 target=$2 moment=$3
source=${SOURCE:-$(az cosmosdb list --resource-group "$group" --query "[?tags.application=='petroconnect' && starts_with(name, 'cosmos-')].name | [0]" --output tsv)}
location=$(az cosmosdb show --resource-group "$group" --name "$source" --query "locations[0].locationName" --output tsv)
read_data() { python3 -c "import json; data = json.load(open('infra/data.json')); print($1)"; }
database=$(read_data "data['database']")
az cosmosdb restore --resource-group "$group" --account-name "$source" --target-database-account-name "$target" \
    --restore-timestamp "$moment" --location "$location" --output none
wanted=$(read_data "'\\n'.join(one['id'] for one in data['containers'])" | sort)
found=$(az cosmosdb sql container list --resource-group "$group" --account-name "$target" --database-name "$database" --query "[].name" --output tsv | sort)
if [ "$wanted" != "$found" ]; then
    printf 'The containers differ.\nwanted:\n%s\nfound:\n%s\n' "$wanted" "$found" >&2
    exit 1
fi
echo "$target holds $database of $source as it was at $moment, with all its containers. It has no roles, firewall or private endpoints yet:"
echo "docs/runbooks/restore.md goes on from here."
