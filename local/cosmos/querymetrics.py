"""The optional headers that tell what a query did."""

import base64
import json
from dataclasses import dataclass

from local.cosmos import wire
from local.cosmos.catalog import Container
from local.cosmos.wire import Request


@dataclass(slots=True)
class Counts:
    """Items read from the store and rows given back, with their sizes in bytes."""

    loaded: int = 0
    loaded_bytes: int = 0
    returned: int = 0
    returned_bytes: int = 0


def metric_headers(container: Container, request: Request, counts: Counts) -> dict[str, str]:
    """Query metrics and index use, where the request asks for them. Times are zero: only counts are repeatable."""
    headers = {}
    if request.flag("x-ms-documentdb-populatequerymetrics"):
        headers["x-ms-documentdb-query-metrics"] = _metrics(counts)
    if request.flag("x-ms-cosmos-populateindexmetrics"):
        use = _index_use(container) if wire.PARTITION_KEY in request.headers else {}
        headers["x-ms-cosmos-index-utilization"] = base64.b64encode(json.dumps(use).encode()).decode("ascii")
    return headers


def _index_use(container: Container) -> dict[str, list[dict[str, str | bool]]]:
    """A query inside one logical partition finds it by the index on the key; more is not claimed."""
    paths = [f"/{'/'.join(path)}/?" for path in container.key.paths]
    single: list[dict[str, str | bool]] = [
        {
            "FilterExpression": "",
            "IndexSpec": path,
            "FilterPreciseSet": True,
            "IndexPreciseSet": True,
            "IndexImpactScore": "High",
        }
        for path in paths
    ]
    return {
        "UtilizedSingleIndexes": single,
        "PotentialSingleIndexes": [],
        "UtilizedCompositeIndexes": [],
        "PotentialCompositeIndexes": [],
    }


def _metrics(counts: Counts) -> str:
    values = {
        "totalExecutionTimeInMs": "0.00",
        "queryCompileTimeInMs": "0.00",
        "queryLogicalPlanBuildTimeInMs": "0.00",
        "queryPhysicalPlanBuildTimeInMs": "0.00",
        "queryOptimizationTimeInMs": "0.00",
        "VMExecutionTimeInMs": "0.00",
        "indexLookupTimeInMs": "0.00",
        "instructionCount": "0",
        "documentLoadTimeInMs": "0.00",
        "systemFunctionExecuteTimeInMs": "0.00",
        "userFunctionExecuteTimeInMs": "0.00",
        "retrievedDocumentCount": str(counts.loaded),
        "retrievedDocumentSize": str(counts.loaded_bytes),
        "outputDocumentCount": str(counts.returned),
        "outputDocumentSize": str(counts.returned_bytes),
        "writeOutputTimeInMs": "0.00",
        "indexUtilizationRatio": "1.00" if counts.returned else "0.00",
    }
    return ";".join(f"{name}={value}" for name, value in values.items())
