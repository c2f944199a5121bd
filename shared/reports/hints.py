"""How a form shows a report type: sections and fields in order, and which rules follow from what is required."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from shared.reports.rules.rule import Rule, RuleKind
from shared.reports.types.fields import TEXT, Day, Hint, Measured, Moment, Part, Payload, Row, hint_of, nested


def sections(model: type[Payload]) -> list[dict[str, Any]]:
    """In the order of the model. Pointers of fields in a table have `*` for the row."""
    return [_section(field.alias or name, field) for name, field in model.model_fields.items()]


def _section(name: str, field: FieldInfo) -> dict[str, Any]:
    part, hint = _part(field), hint_of(field.metadata)
    table = issubclass(part, Row)
    prefix = f"/{name}/*" if table else f"/{name}"
    return {
        "pointer": f"/{name}",
        **_words(hint),
        "table": table,
        "maxRows": next((item.max_length for item in field.metadata if hasattr(item, "max_length")), None),
        "fields": [
            _field(f"{prefix}/{inner.alias or key}", inner) for key, inner in part.model_fields.items() if key != "id"
        ],
    }


def _part(field: FieldInfo) -> type[Part]:
    return next(item for item in nested(field.annotation) if isinstance(item, type) and issubclass(item, Part))


def _field(pointer: str, field: FieldInfo) -> dict[str, Any]:
    hint = hint_of(field.metadata)
    inner = list(nested(field.annotation))
    measured = next((item for item in inner if isinstance(item, Measured)), None)
    shown = {"pointer": pointer, **_words(hint), "widget": hint.widget or _widget(inner), "carry": hint.carry}
    if shown["widget"] == "choice":
        shown["choices"] = next(list(get_args(item)) for item in inner if get_origin(item) is Literal)
    if measured is not None:
        shown |= {"units": list(measured.units), "minimum": measured.minimum, "maximum": measured.maximum}
    return shown


def _words(hint: Hint) -> dict[str, Any]:
    return {"label": hint.label, "help": hint.help, "required": hint.required}


def _widget(inner: list[Any]) -> str:
    by_alias = {Day: "date", Moment: "moment"}
    for item in inner:
        if isinstance(item, Measured):
            return "quantity"
        if get_origin(item) is Literal:
            return "choice"
        if item in (bool, int, float):
            return {bool: "toggle", int: "count", float: "number"}[item]
        if get_origin(item) is Annotated and item in by_alias:
            return by_alias[item]
    return (
        "prose"
        if any(getattr(part, "max_length", None) == TEXT for item in inner for part in _constraints(item))
        else "line"
    )


def _constraints(item: Any) -> Iterator[Any]:
    yield item
    if isinstance(item, FieldInfo):
        yield from item.metadata


def required_rules(model: type[Payload]) -> list[Rule]:
    """One rule for each section and field that a report must have when it is submitted."""
    return [rule for section in sections(model) for rule in _required_of(section)]


def _required_of(section: dict[str, Any]) -> Iterator[Rule]:
    if section["required"]:
        yield _required(section["pointer"], section["label"], None)
    for field in section["fields"]:
        if field["required"]:
            yield _required(field["pointer"], field["label"], section["pointer"] if section["table"] else None)


def _required(pointer: str, label: str, each: str | None) -> Rule:
    place = {"row": pointer.partition("*")[2]} if each else {"get": pointer}
    return Rule(f"required:{pointer}", RuleKind.BLOCK, f"{label} is missing.", (pointer,), {"known": place}, each=each)
