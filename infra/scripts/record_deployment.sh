#!/bin/sh
# Write down at GitHub that a commit runs in an environment and works: record_deployment.sh ENVIRONMENT COMMIT [URL]
# What workflows go back to is the last that is on record (previous_package.py). Asks GitHub through gh, for GITHUB_REPOSITORY.
set -eu
environment=$1 commit=$2 url=${3:-}
deployments="repos/$GITHUB_REPOSITORY/deployments"
number=$(gh api "$deployments" -f ref="$commit" -f environment="$environment" -f description="by hand" \
    -F auto_merge=false -F 'required_contexts[]' --jq .id)
gh api "$deployments/$number/statuses" -f state=success -f environment_url="$url" --silent
echo "$commit is on record as what runs in $environment"
