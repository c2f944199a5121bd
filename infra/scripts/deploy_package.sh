#!/bin/sh
# Bring a package into a Functions app: deploy_package.sh GROUP APP PACKAGE. Nothing is built there. Needs az, signed in, and curl.
# The app's deployment service is asked directly: the CLI's own command waits afterwards for the app to answer it, which one behind Front Door never does.
# That service answers 503 now and then, for minutes; so it is asked again, with longer and longer waits.
set -eu
group=$1 app=$2 package=$3
arm=https://management.azure.com/
test -s "$package"
service=$(az resource show --resource-group "$group" --name "$app" --resource-type Microsoft.Web/sites --api-version 2025-03-01 \
    --query "properties.hostNameSslStates[?hostType=='Repository'].name | [0]" --output tsv)
test -n "$service"

bring() {
    token=$(az account get-access-token --resource "$arm" --query accessToken --output tsv) || return 1
    # By standard input: arguments are seen by everybody on the machine.
    deployment=$(printf 'Authorization: Bearer %s\n' "$token" | curl --silent --show-error --fail --max-time 900 --header @- \
        --header 'Content-Type: application/zip' --data-binary "@$package" "https://$service/api/publish?RemoteBuild=false&Deployer=petroconnect") || return 1
    deployment=$(printf %s "$deployment" | tr -d '"')
    test -n "$deployment" || return 0 # done at once, there is nothing to wait for
    asked=0
    while [ "$asked" -lt "${ASKED:-120}" ]; do
        # 0 to 2: on its way; 3: failed; 4: there; more: gave way to another
        case $(az rest --url "https://$service/api/deployments/$deployment" --resource "$arm" --query status --output tsv || true) in
            4) return 0 ;;
            [356789]) echo "deployment $deployment failed: https://$service/api/deployments/$deployment/log" >&2; return 1 ;;
        esac
        asked=$((asked + 1))
        sleep "${POLL:-5}"
    done
    echo "deployment $deployment came to no end: https://$service/api/deployments/$deployment" >&2
    exit 1
}

for pause in ${PAUSES:-10 30 60 120 0}; do
    if bring; then
        echo "brought $(basename "$package"), SHA-256 $(sha256sum "$package" | cut -d' ' -f1)"
        exit 0
    fi
    sleep "$pause"
done
echo "$app does not take the package. docs/runbooks/rollback.md says what to do." >&2
exit 1
