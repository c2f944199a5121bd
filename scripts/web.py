"""The page's own commands: test, check (types, lint, generated client unchanged), api (regenerate the client)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from local import toolchain, webpage  # noqa: E402

COMMANDS = {"test": ["test"], "check": ["typecheck", "lint", "api:check"], "api": ["api"]}


def main() -> int:
    webpage.install()
    binary, npm = toolchain.node()
    for script in COMMANDS[sys.argv[1]]:
        code = subprocess.run(
            [str(binary), str(npm), "run", "--silent", script],
            cwd=webpage.WEB,
            env=toolchain.node_environment(),
            check=False,
        ).returncode
        if code != 0:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
