"""Write the permission tables of docs/security.md from the code; with --check, say whether they are up to date."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "security.md"
BEGIN, END = "<!-- tables: written by `make api` -->", "<!-- end of tables -->"


def tables() -> str:
    """Role by permission, then every operation with who may call it."""
    sys.path.insert(0, str(ROOT))
    from functions.apis import APIS

    operations = [operation for api in APIS for operation in api.operations]
    calls = [
        f"| {operation.name} | `{operation.method} {operation.path}` | {operation.policy.summary} |"
        for operation in sorted(operations, key=lambda found: (found.path, found.method))
    ]
    return "\n".join([*_permissions(), "", "| Operation | Call | Who |", "|---|---|---|", *calls])


def _permissions() -> Iterator[str]:
    from shared.identity.permissions import FOR_PERSONS_ONLY, PERMISSIONS, Permission, Role

    yield f"| Permission | {' | '.join(role.value for role in Role)} | API keys |"
    yield f"|---|{'---|' * (len(Role) + 1)}"
    for permission in Permission:
        marks = ["yes" if permission in PERMISSIONS[role] else "–" for role in Role]
        marks.append("never" if permission in FOR_PERSONS_ONLY else "when granted")
        yield f"| `{permission.value}` | {' | '.join(marks)} |"


def render(document: str) -> str:
    """The document with the tables of today between the two marks."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare instead of writing; exit 1 when they differ")
    text = TARGET.read_text(encoding="utf-8")
    if parser.parse_args().check:
        if text == render(text):
            print(f"{TARGET.relative_to(ROOT)} is up to date")
            return 0
        print(f"{TARGET.relative_to(ROOT)} differs from the code: run `make api` and commit it", file=sys.stderr)
        return 1
    TARGET.write_text(render(text), encoding="utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
