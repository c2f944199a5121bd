"""Write docs/api/openapi.json from the code; with --check, say whether it is up to date."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "api" / "openapi.json"
DESCRIPTION = (
    "The operations record of an oil & gas company. Errors are problem+json with a stable `code`; lists page by opaque cursors; "
    "changes need If-Match; POSTs take an Idempotency-Key."
)


def build() -> dict[str, Any]:
    sys.path.insert(0, str(ROOT))
    from functions.apis import APIS
    from shared.identity.policy import SECURITY_SCHEMES
    from shared.kit.http.openapi import document

    operations = [operation for api in APIS for operation in api.operations]
    return document(
        operations, title="PetroConnect", version="1", description=DESCRIPTION, security_schemes=SECURITY_SCHEMES
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare instead of writing; exit 1 when they differ")
    text = json.dumps(build(), indent=2, ensure_ascii=False) + "\n"
    if parser.parse_args().check:
        if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
            print(f"{TARGET.relative_to(ROOT)} is up to date")
            return 0
        print(f"{TARGET.relative_to(ROOT)} differs from the code: run `make api` and commit it", file=sys.stderr)
        return 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
