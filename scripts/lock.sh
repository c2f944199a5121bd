#!/bin/sh
# Pin every dependency with hashes, for Python 3.11 to 3.13 at once. uv lives in an environment of its own.
set -eu
[ -x .local/uv/bin/uv ] || { python3 -m venv .local/uv && .local/uv/bin/pip install --quiet 'uv>=0.9,<1'; }
for name in requirements requirements-dev requirements-scan; do
    .local/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate "$@" "$name.in" -o "$name.txt"
done
