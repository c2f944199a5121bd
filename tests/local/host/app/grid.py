"""Functions that Event Grid starts, and one that is started by a blob."""

import azure.functions as func
from background import record

grid = func.Blueprint()


@grid.event_grid_trigger(arg_name="event")
async def on_event(event: func.EventGridEvent) -> None:
    content = event.get_json()
    record(
        function="on_event",
        id=event.id,
        topic=event.topic,
        subject=event.subject,
        type=event.event_type,
        time=event.event_time,
        data=content,
        version=event.data_version,
    )
    if event.subject == "fail":
        raise RuntimeError("as told")


@grid.event_grid_trigger(arg_name="event")
def on_event_text(event: str) -> None:
    record(function="on_event_text", text=event)


@grid.blob_trigger(
    arg_name="blob", path="%QUEUE_PREFIX%-blobs/{name}", connection="QUEUES", source=func.BlobSource.EVENT_GRID
)
async def on_blob(blob: func.InputStream) -> None:
    properties = blob.blob_properties or {}
    record(
        function="on_blob",
        name=blob.name,
        uri=blob.uri,
        length=blob.length,
        body=blob.read().decode(),
        type=properties.get("ContentType"),
        metadata=blob.metadata,
    )
    if (blob.name or "").endswith("fail"):
        raise RuntimeError("as told")
