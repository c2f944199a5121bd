"""Transactional batches: up to 100 operations on one logical partition, all or nothing."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from local.cosmos import answers, payload, ru, wire
from local.cosmos.catalog import Container
from local.cosmos.errors import BATCH_EMPTY, BATCH_TOO_LONG, CosmosError, bad_request
from local.cosmos.store import Store
from local.cosmos.wire import Request, Response
from local.cosmos.writer import Conditions, Result, Writer

MAX_OPERATIONS: Final = 100
_FAILED_DEPENDENCY: Final = 424


class _OperationFailed(Exception):
    """Leaves the transaction; carries which operation failed and why."""

    def __init__(self, index: int, error: CosmosError) -> None:
        super().__init__(error.message)
        self.index = index
        self.error = error


def execute(store: Store, container: Container, request: Request, now: int) -> Response:
    """Run a batch: 200 with every result, or 207 with the failing status at its place and nothing stored."""
    operations = _operations(request)
    key = container.key.of_header(request.headers.get(wire.PARTITION_KEY))
    writer = Writer(container, key, now)
    try:
        with store.transaction():
            results = [_run(writer, operation, index) for index, operation in enumerate(operations)]
            writer.finish(store)
    except _OperationFailed as failed:
        return _answer(container, writer.part, 207, _failures(len(operations), failed), ru.METADATA)
    writer.publish()
    return _answer(container, writer.part, 200, [_success(one) for one in results], sum(r.charge for r in results))


def _operations(request: Request) -> list[Any]:
    payload.check_size(request.body)
    operations = payload.loads(request.body) if request.body else []
    if not isinstance(operations, list):
        raise bad_request("The batch request has to be a list of operations.")
    if not operations:
        raise bad_request(BATCH_EMPTY)
    if len(operations) > MAX_OPERATIONS:
        raise bad_request(BATCH_TOO_LONG)
    return operations


def _run(writer: Writer, operation: Any, index: int) -> Result:
    try:
        if not isinstance(operation, Mapping):
            raise bad_request("A batch operation has to be an object.")
        act = _ACTIONS.get(str(operation.get("operationType")))
        if act is None:
            raise bad_request(f"The batch operation type '{operation.get('operationType')}' is unknown.")
        return act(writer, operation)
    except CosmosError as error:
        raise _OperationFailed(index, error) from None


def _conditions(operation: Mapping[str, Any]) -> Conditions:
    return Conditions(operation.get("ifMatch"), operation.get("ifNoneMatch"))


def _identity(operation: Mapping[str, Any]) -> str:
    identity = operation.get("id")
    if not isinstance(identity, str) or not identity:
        raise bad_request("The batch operation needs an id.")
    return identity


def _body(operation: Mapping[str, Any]) -> Any:
    if "resourceBody" not in operation:
        raise bad_request("The batch operation needs a resourceBody.")
    return operation["resourceBody"]


_ACTIONS: Final[dict[str, Callable[[Writer, Mapping[str, Any]], Result]]] = {
    "Create": lambda writer, op: writer.create(_body(op)),
    "Upsert": lambda writer, op: writer.upsert(_body(op), _conditions(op)),
    "Replace": lambda writer, op: writer.replace(_identity(op), _body(op), _conditions(op)),
    "Patch": lambda writer, op: writer.patch(_identity(op), _body(op), _conditions(op)),
    "Delete": lambda writer, op: writer.delete(_identity(op), _conditions(op)),
    "Read": lambda writer, op: writer.read(_identity(op), op.get("ifNoneMatch")),
}


def _success(result: Result) -> str:
    body = f',"resourceBody":{result.body}' if result.body else ""
    etag = f',"eTag":{json.dumps(result.etag)}' if result.etag else ""
    return f'{{"statusCode":{result.status},"requestCharge":{ru.show(result.charge)}{etag}{body}}}'


def _failures(count: int, failed: _OperationFailed) -> list[str]:
    texts = [f'{{"statusCode":{_FAILED_DEPENDENCY},"requestCharge":0}}'] * count
    error = {"statusCode": failed.error.status, "requestCharge": 1, "message": failed.error.message}
    if failed.error.substatus:
        error["subStatusCode"] = failed.error.substatus
    texts[failed.index] = json.dumps(error)
    return texts


def _answer(container: Container, part: int, status: int, texts: list[str], charge: float) -> Response:
    headers = answers.session_headers(container, part)
    headers["content-type"] = wire.JSON_TYPE
    headers[wire.CHARGE] = ru.show(charge)
    return Response(status, headers, f"[{','.join(texts)}]".encode())
