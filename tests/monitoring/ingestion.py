"""Azure Monitor's ingestion endpoint as far as the exporter needs one, and what it takes in as rows of a workspace."""

import gzip
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.infra.infrastructure import Infrastructure

INSTRUMENTATION_KEY = "00000000-1111-4222-8333-444444444444"
IN_AZURE: dict[str, str] = Infrastructure().file("app_settings").find("var", "platform").value
_DURATION = re.compile(r"(\d+)\.(\d+):(\d+):([\d.]+)")


@dataclass
class Ingestion:
    port: int = 0
    bodies: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """What makes the app send here: at once, everything, and nothing of the exporter about itself."""
        here = f"http://127.0.0.1:{self.port}"
        endpoints = f"IngestionEndpoint={here};LiveEndpoint={here}"
        return {
            "APPLICATIONINSIGHTS_CONNECTION_STRING": f"InstrumentationKey={INSTRUMENTATION_KEY};{endpoints}",
            "APPLICATIONINSIGHTS_STATSBEAT_DISABLED_ALL": "true",
            "APPLICATIONINSIGHTS_CONTROLPLANE_DISABLED": "true",
            "OTEL_METRIC_EXPORT_INTERVAL": "1000",
            "OTEL_BSP_SCHEDULE_DELAY": "500",
            "OTEL_BLRP_SCHEDULE_DELAY": "500",
            **{
                name: value
                for name, value in IN_AZURE.items()
                if name.startswith(("OTEL_", "APPLICATIONINSIGHTS_OPENTELEMETRY_"))
            },
        }

    @property
    def rows(self) -> list[tuple[str, dict[str, Any]]]:
        """Table and row of each envelope."""
        return [
            found
            for body in list(self.bodies)
            for envelope in envelopes_of(body)
            if (found := row_of(envelope)) is not None
        ]


def row_of(envelope: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """As the service files an envelope; None for what it does not file in a table of ours."""
    kind, data, tags = envelope["data"]["baseType"], envelope["data"]["baseData"], envelope.get("tags", {})
    row = {
        "TimeGenerated": datetime.fromisoformat(envelope["time"]),
        "OperationId": tags.get("ai.operation.id", ""),
        "ParentId": tags.get("ai.operation.parentId", ""),
        "Properties": data.get("properties") or {},
        "ItemCount": round(100 / envelope.get("sampleRate", 100)),
    }
    if kind == "RequestData":
        timed = {"Name": data["name"], "DurationMs": _milliseconds(data["duration"]), "Success": data["success"]}
        return "AppRequests", {**row, **timed, "Id": data["id"], "ResultCode": data["responseCode"]}
    if kind == "RemoteDependencyData":
        timed = {"Name": data["name"], "DurationMs": _milliseconds(data["duration"]), "Success": data["success"]}
        return "AppDependencies", {**row, **timed, "Id": data["id"], "ResultCode": data.get("resultCode", "")}
    if kind == "MessageData":
        return "AppTraces", {**row, "Message": data["message"]}
    if kind == "ExceptionData":
        return "AppExceptions", {**row, "ExceptionType": data["exceptions"][0]["typeName"]}
    if kind == "MetricData":
        point = data["metrics"][0]
        total = point["value"]
        least, most = (total if point.get(name) is None else point[name] for name in ("min", "max"))
        count = 1 if point.get("count") is None else point["count"]
        return "AppMetrics", {**row, "Name": point["name"], "Sum": total, "Min": least, "Max": most, "ItemCount": count}
    return None


@contextmanager
def listening() -> Iterator[Ingestion]:
    """On a free port."""
    found = Ingestion()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            text = (gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body).decode()
            found.bodies.append(text)
            count = len(envelopes_of(text))
            answer = json.dumps({"itemsReceived": count, "itemsAccepted": count, "errors": []}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def envelopes_of(body: str) -> list[dict[str, Any]]:
    """A JSON array, or one JSON object a line."""
    said = (
        json.loads(body) if body.lstrip().startswith("[") else [json.loads(line) for line in body.splitlines() if line]
    )
    return said if isinstance(said, list) else [said]


def _milliseconds(duration: str) -> float:
    """`days.hours:minutes:seconds`."""
    matched = _DURATION.fullmatch(duration)
    assert matched, duration
    days, hours, minutes, seconds = (float(part) for part in matched.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000
