#!/bin/sh
# What a deployment would change, as Markdown: what_if.sh GROUP ENVIRONMENT
set -eu
group=$1 environment=$2
changes=$(mktemp)
trap 'rm -f "$changes"' EXIT
az deployment group what-if --resource-group "$group" --parameters "infra/environments/$environment.bicepparam" \
    --no-prompt --exclude-change-types Ignore NoChange > "$changes"
printf '### What would change in %s\n\n```diff\n' "$environment"
# A comment takes 65,536 characters. The signs Azure puts first are those of a diff, but for ~ and =.
sed -e 's/^\( *\)\([-+]\)/\2\1/' -e 's/^\( *\)~/!\1/' "$changes" | head -c 60000
printf '\n```\n'
