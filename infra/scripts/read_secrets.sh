#!/bin/sh
# Have a Functions app read its secrets from the vault again, and see that it could: read_secrets.sh GROUP APP. Needs az, signed in.
# By itself it does so within a day; restarting it is not enough.
set -eu
group=$1 app=$2
site=$(az resource show --resource-group "$group" --name "$app" --resource-type Microsoft.Web/sites --api-version 2025-03-01 --query id --output tsv)
test -n "$site"
references="https://management.azure.com$site/config/configreferences/appsettings"
for pause in ${PAUSES:-10 20 30 60 120 0}; do
    az rest --method post --url "$references/refresh?api-version=2022-03-01" --output none
    unread=$(az rest --method get --url "$references?api-version=2022-03-01" --output tsv \
        --query "value[?properties.status!='Resolved'].join(': ', [name, properties.status])")
    if [ -z "$unread" ]; then
        echo "$app has read its secrets"
        exit 0
    fi
    sleep "$pause"
done
printf 'The app cannot read, and would not start:\n%s\n' "$unread" >&2
exit 1
