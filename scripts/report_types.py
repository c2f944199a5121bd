"""Write down the released versions of report types: `python scripts/report_types.py`. What is written already is never written again."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from shared.reports.definitions import DEFINITIONS  # noqa: E402

RELEASED = ROOT / "tests" / "shared" / "reports" / "released"


def main() -> None:
    RELEASED.mkdir(exist_ok=True)
    for definition in DEFINITIONS.all():
        path = RELEASED / f"{definition.kind}.{definition.version}.json"
        if not path.exists():
            path.write_text(json.dumps(definition.to_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
