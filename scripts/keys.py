"""Rotate the values of TOKEN_SIGNING_KEYS and PROTECTION_KEYS: reads the current value from stdin, writes the new one to stdout.

Three steps with a wait between them, so that no process ever meets a key it does not know: `add` a key that is known but not used yet,
`use` it, `drop` the others. `list` shows which keys there are, in words that are no secret. docs/runbooks/rotate-keys.md says when.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cryptography.fernet import Fernet  # noqa: E402

from local.settings_file import signing_key  # noqa: E402


@dataclass(frozen=True, slots=True)
class Kind:
    """How a setting writes its keys down; the first one is in use."""

    parse: Callable[[str], list[Any]]
    write: Callable[[list[Any]], str]
    make: Callable[[], Any]
    name: Callable[[Any], str]
    retire: Callable[[Any], Any]


KINDS = {
    "tokens": Kind(
        parse=lambda text: list(json.loads(text)["keys"]),
        write=lambda keys: json.dumps({"keys": keys}),
        make=signing_key,
        name=lambda key: str(key["kid"]),
        retire=lambda key: {name: value for name, value in key.items() if name != "d"},  # it only verifies from now on
    ),
    "protection": Kind(
        parse=lambda text: [key.strip() for key in text.split(",") if Fernet(key.strip())],
        write=",".join,
        make=lambda: Fernet.generate_key().decode(),
        name=lambda key: hashlib.sha256(key.encode()).hexdigest()[:8],
        retire=lambda key: key,
    ),
}


class Refused(ValueError):
    """The step does not fit the keys there are."""


def rotate(kind: Kind, step: str, text: str) -> str:
    """The new value of the setting. Errors: Refused, without repeating anything of the keys."""
    try:
        keys = kind.parse(text.strip())
        names = [kind.name(key) for key in keys]
    except (ValueError, LookupError, TypeError):
        raise Refused("this is not a value of that setting") from None
    if step == "list":
        return "\n".join(f"{name}  {'in use' if place == 0 else 'known'}" for place, name in enumerate(names))
    if step == "add" and len(keys) == 1:
        return kind.write([*keys, kind.make()])
    if step == "use" and len(keys) == 2:
        return kind.write([keys[1], kind.retire(keys[0])])
    if step == "drop" and len(keys) == 2:
        return kind.write(keys[:1])
    raise Refused(f"`{step}` does not fit a value with {len(keys)} keys: the order is add, use, drop")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.keys", description=__doc__)
    parser.add_argument("kind", choices=tuple(KINDS))
    parser.add_argument("step", choices=("list", "add", "use", "drop"))
    given = parser.parse_args()
    try:
        print(rotate(KINDS[given.kind], given.step, sys.stdin.read()))
    except Refused as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
