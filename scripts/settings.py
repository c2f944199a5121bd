"""Write docs/settings.md from shared/config.py and bicep/modules/app_settings.bicep: every setting, its default, and its value in Azure.

`--check` writes nothing and fails when the document is not what they say.
"""

import sys
from enum import Enum
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pydantic_core import PydanticUndefined  # noqa: E402

from scripts.bicep_reader import Expression, read  # noqa: E402
from shared.config import Settings  # noqa: E402

TARGET = ROOT / "docs" / "settings.md"
SOURCE = ROOT / "bicep" / "modules" / "app_settings.bicep"
HEAD = """# Settings
Written by `python -m scripts.settings` from `shared/config.py`, the only reader of the environment, and
`bicep/modules/app_settings.bicep`; do not edit. `local.settings.example.json` holds the values of the local stack. A setting of one
deployment is changed with the parameter `settings` (`infra/environments`), never by hand: the next deployment writes them all again.

*vault* is a Key Vault reference, *identity* a value that belongs to the app's managed identity, *deployment* what the templates find
out; "–" is not set.

| Setting | Default | In Azure | What for |
|---|---|---|---|
"""
HOST = """
## Read by the host, not by the product

| Setting | In Azure | What for |
|---|---|---|
"""
OF_THE_HOST = {
    "AzureWebJobsStorage__blobServiceUri": "where the host keeps locks and timers",
    "AzureWebJobsStorage__queueServiceUri": "of the same account",
    "AzureWebJobsStorage__tableServiceUri": "where the host notes why it did not start",
    "AzureWebJobsStorage__credential": "no key: the identity",
    "AzureWebJobsStorage__clientId": "which identity",
    "COSMOS__credential": "the change feed's connection",
    "COSMOS__clientId": "which identity",
    "QUEUES__credential": "the queue triggers' connection",
    "QUEUES__clientId": "which identity",
    "APPLICATIONINSIGHTS_AUTHENTICATION_STRING": "the host's own telemetry signs in, too",
    "OTEL_TRACES_SAMPLER": "a share of all traces, not five a second",
    "OTEL_TRACES_SAMPLER_ARG": "that share",
    "APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED": "no row with each few spans about where they come from",
    "AzureFunctionsJobHost__logging__logLevel__Function": "log lines of the worker reach Application Insights once",
}


def build() -> str:
    """The document. Errors: LookupError for a setting of the host that nobody has described."""
    file = read(SOURCE)
    given = file.find("var", "product").value
    rows = [_row(name, field, given) for name, field in Settings.model_fields.items()]
    platform = file.find("var", "platform").value
    host = [f"| `{name}` | {_in_azure(value)} | {OF_THE_HOST[name]} |" for name, value in platform.items()]
    return HEAD + "\n".join(rows) + "\n" + HOST + "\n".join(host) + "\n"


def _row(name: str, field: Any, given: dict[str, Any]) -> str:
    setting = field.validation_alias.choices[0] if field.validation_alias is not None else name.upper()
    default = "required" if field.default is PydanticUndefined else _shown(field.default)
    azure = _in_azure(given[setting]) if setting in given else "–"
    return f"| `{setting}` | {default} | {azure} | {field.description} |"


def _shown(value: Any) -> str:
    if isinstance(value, Enum):
        value = value.value
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"`{text}`" if text else "empty"


def _in_azure(value: Any) -> str:
    if not isinstance(value, Expression):
        return _shown(value)
    if "${vault}" in value.text:
        return "vault"
    if value.text in ("clientId", "identity") or "${clientId}" in value.text:
        return "identity"
    return "deployment"


def main() -> int:
    made = build()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != made:
            print("docs/settings.md is not what the code says: run `make api`", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
