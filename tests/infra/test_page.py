"""The page is served in Azure as it is here: same headers, same way back to index.html."""

import json
from pathlib import Path
from typing import Any

from local.edge import Edge
from scripts.bicep_reader import read
from tests.infra.infrastructure import ROOT

CONFIG = json.loads((ROOT / "web/public/staticwebapp.config.json").read_text(encoding="utf-8"))
BLOBS, API = "https://*.blob.core.windows.net", "https://*.azurewebsites.net"


async def served_here(path: str, page: Path) -> dict[str, str]:
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    edge = Edge(host="http://127.0.0.1:1", blob_origin=BLOBS, page=page)
    scope = {"type": "http", "path": path, "method": "GET", "headers": [], "query_string": b""}
    await edge(scope, None, send)  # type: ignore[arg-type]
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


async def test_the_headers_are_those_of_the_local_stack(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<p>page")
    (tmp_path / "assets" / "a.js").write_text("1")
    here = await served_here("/some/where", tmp_path)
    there = {name.lower(): value for name, value in CONFIG["globalHeaders"].items()}
    there["content-security-policy"] = there["content-security-policy"].replace(f" {API}", "")
    assert there.pop("strict-transport-security") == "max-age=31536000; includeSubDomains"
    assert there == {name: value for name, value in here.items() if name not in ("content-type", "content-length")}
    hashed = await served_here("/assets/a.js", tmp_path)
    (rule,) = CONFIG["routes"]
    assert (rule["route"], rule["headers"]) == ("/assets/*", {"Cache-Control": hashed["cache-control"]})


def test_a_path_of_the_page_comes_to_the_page_and_a_missing_file_does_not() -> None:
    assert CONFIG["navigationFallback"]["rewrite"] == "/index.html"
    assert {"/assets/*", "/api/*"} <= set(CONFIG["navigationFallback"]["exclude"])


def test_pages_may_use_signed_urls_as_they_may_here() -> None:
    services = read(ROOT / "bicep/modules/document_storage.bicep").find("resource", "blobs")
    (rule,) = services.get("properties.cors.corsRules")
    assert set(rule["allowedMethods"]) == {"GET", "HEAD", "OPTIONS", "PUT"}
    assert set(rule["exposedHeaders"]) == {"ETag", "Retry-After", "x-ms-error-code", "x-ms-request-id"}
    assert {"content-type", "x-ms-*"} <= set(rule["allowedHeaders"])
