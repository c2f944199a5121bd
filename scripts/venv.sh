#!/bin/sh
# Make the virtual environment: find a Python >= 3.11, install what is pinned, remember that it was done.
set -eu
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
        found=$candidate
        break
    fi
    if [ -n "${PYTHON:-}" ]; then
        echo "PYTHON=$PYTHON is not a Python from 3.11 to 3.13." >&2
        exit 1
    fi
done
if [ -z "${found:-}" ]; then
    echo "PetroConnect needs Python 3.11, 3.12 or 3.13; none was found on PATH. Name one: make PYTHON=/path/to/python3" >&2
    exit 1
fi
if ! "$found" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "$found cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
fi
echo "  making $VENV with $("$found" --version) ..."
"$found" -m venv --clear "$VENV"
echo "  installing the pinned packages (about a minute) ..."
"$VENV/bin/python" -m pip install --disable-pip-version-check --no-input --quiet --require-hashes -r requirements-dev.txt 2>"$VENV/pip.log" || {
    tail -n 20 "$VENV/pip.log" >&2
    exit 1
}
touch "$VENV/.installed"
