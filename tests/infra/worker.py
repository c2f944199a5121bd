"""Takes an unpacked package as the platform does: `python -I -S worker.py PACKAGE WORKER < PDF`.

WORKER is a folder with Microsoft's azure-functions-runtime.

Prints one JSON object: the bindings of every function that was found, the answer of one call, how many pages of the PDF on standard
input could be drawn, and what was imported from elsewhere.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

PACKAGE, WORKER = Path(sys.argv[1]), Path(sys.argv[2])
sys.path[:0] = [str(PACKAGE), str(PACKAGE / ".python_packages/lib/site-packages")]
sys.path.append(str(WORKER))


def protos() -> SimpleNamespace:
    """The worker's messages are attributes only, so plain objects take their place."""
    names = ("RpcFunctionMetadata", "RpcRetryOptions", "WorkerInitResponse", "WorkerMetadata")
    names += ("FunctionMetadataResponse", "FunctionLoadResponse", "RpcException")
    numbers = {
        "BindingInfo": {"in_": 0, "out": 1, "inout": 2, "undefined": None},
        "StatusResult": {"Failure": 0, "Success": 1, "Cancelled": 2},
    }
    enums = {name: type(name, (SimpleNamespace,), fields) for name, fields in numbers.items()}
    return SimpleNamespace(**enums, **dict.fromkeys(names, SimpleNamespace))


async def main() -> dict[str, Any]:
    import azure_functions_runtime as runtime
    from azure_functions_runtime import native_invocation
    from azure_functions_runtime.bindings.datumdef import Datum

    runtime.start_threadpool_executor()
    init = SimpleNamespace(capabilities={}, function_app_directory=str(PACKAGE))
    properties = {"host": "127.0.0.1", "protos": protos()}
    began = await runtime.worker_init_request(
        SimpleNamespace(request=SimpleNamespace(worker_init_request=init), properties=properties)
    )
    if began.result.status == 0:
        return {"problem": began.result.exception.message}
    found = (await runtime.functions_metadata_request(SimpleNamespace())).function_metadata_results
    request: dict[str, Any] = {
        "method": Datum("GET", "string"),
        "url": Datum("http://x.test/api/v1/health/live", "string"),
    }
    request |= {"body": Datum(b"", "bytes"), "headers": {}, "query": {}, "params": {}}
    probe = next(one.function_id for one in found if one.name == "check_liveness")
    called = native_invocation.invocation_request_native("1", probe, [("req", Datum(request, "http"))], {}, "", "")
    done, answer, _, error, _ = await called
    return {
        "functions": {one.name: [json.loads(raw) for raw in one.raw_bindings] for one in found},
        "answer": {"status": answer.value["status_code"].value, "body": answer.value["body"].value.decode()}
        if done
        else error,
        "pictures": await pictures(sys.stdin.buffer.read()),
        "outside": outside(),
    }


async def pictures(pdf: bytes) -> int:
    """Everything the product imports when it works, and a document drawn in a child process: how many pages it took."""
    import shared.composition
    from shared.documents.previews.previewer import Previewer
    from shared.kit.sandbox import Sandbox, workspace
    from shared.kit.sdks import import_sdks

    import_sdks()
    assert shared.composition.build_app is not None

    async def chunks() -> AsyncIterator[bytes]:
        yield pdf

    with workspace() as folder:
        return len((await Previewer(Sandbox()).draw(folder, "application/pdf", chunks())).pages)


def outside() -> list[str]:
    """Modules that came from elsewhere than the package, the worker or the standard library."""
    places = (str(PACKAGE), str(WORKER), sys.base_prefix)
    files = {name: getattr(module, "__file__", None) for name, module in list(sys.modules.items())}
    return sorted(name for name, file in files.items() if file and name != "__main__" and not file.startswith(places))


if __name__ == "__main__":
    said = asyncio.run(main())
    sys.stdout.write("\n" + json.dumps(said))
