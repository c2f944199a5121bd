#!/bin/sh
# Bring a package into a Functions app: deploy_package.sh GROUP APP PACKAGE. Nothing is built there.
# The deployment service of Flex Consumption answers 503 now and then, for minutes; so it is asked again, with longer and longer waits.
set -eu
group=$1 app=$2 package=$3
test -s "$package"
for pause in ${PAUSES:-10 30 60 120 0}; do
    if az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package" \
        --build-remote false --timeout 900 --output none; then
        echo "brought $(basename "$package"), SHA-256 $(sha256sum "$package" | cut -d' ' -f1)"
        exit 0
    fi
    sleep "$pause"
done
echo "$app does not take the package. docs/runbooks/rollback.md says what to do." >&2
exit 1
