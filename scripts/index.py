"""Write functions/index.py, by which the host knows the endpoints, from the code; with --check, say whether it is up to date."""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "functions" / "index.py"
HEAD = '''"""Every endpoint: name, verb, route, module. Written by `make api` from functions/apis.py, never by hand."""

from shared.kit.registration import Endpoint

ENDPOINTS = (
'''


def build() -> str:
    """In the order of names, which is the order in which the host matches routes."""
    sys.path.insert(0, str(ROOT))
    from functions.apis import APIS

    operations = [operation for api in APIS for operation in api.operations]
    lines = [
        f"    Endpoint({_quoted(operation.name)}, {_quoted(operation.method)}, {_quoted(operation.route)}, "
        f"{_quoted(operation.handler.__module__)}),\n"
        for operation in sorted(operations, key=lambda found: found.name)
    ]
    return f"{HEAD}{''.join(lines)})\n"


def _quoted(text: str) -> str:
    return f'"{text}"'


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare instead of writing; exit 1 when they differ")
    text = build()
    if parser.parse_args().check:
        if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
            print(f"{TARGET.relative_to(ROOT)} is up to date")
            return 0
        print(f"{TARGET.relative_to(ROOT)} differs from the code: run `make api` and commit it", file=sys.stderr)
        return 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
