"""Expressions come to what Bicep says they come to."""

from pathlib import Path
from typing import Any

import pytest

from scripts.bicep_reader import Expression, read
from tests.infra.deployment import Resource, Template
from tests.infra.expressions import Wrong, valued

HEAD = """
param size int = 2
param names object = { app: 'func', none: null }
var words = ['a', 'b']
resource here 'Microsoft.Web/sites@2025-03-01' = {
  name: names.app
}
resource child 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: here
  name: 'appsettings'
}
resource off 'Microsoft.Web/sites@2025-03-01' = if (size > 2) {
  name: 'off'
}
"""


def template(tmp_path: Path, text: str = HEAD, **given: Any) -> Template:
    (path := tmp_path / "part.bicep").write_text(text, encoding="utf-8")
    return Template(read(path), given, list[Resource]())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'${names.app}-${size}-${true}'", "func-2-true"),
        ("'it\\'s ${'nested ${names.app}'}'", "it's nested func"),
        ("size == 2 ? 'two' : size == 3 ? 'three' : 'more'", "two"),
        ("!empty(words) && size > 2 || size <= 2", True),
        ("1 + size * 3 - 1", 6),
        ("(1 + size) * 3", 9),
        ("names.none ?? 'instead'", "instead"),
        ("names.?missing ?? names['app']", "func"),
        ("[for (word, i) in words: '${word}${i}']", ["a0", "b1"]),
        ("concat(words, size > 2 ? ['c'] : [])", ["a", "b"]),
        ("union(names, { app: 'other', '${words[0]}-key': [size] })", {"app": "other", "none": None, "a-key": [2]}),
        ("child.id", "/subscriptions/s/resourceGroups/rg-petro/providers/Microsoft.Web/sites/func/config/appsettings"),
        ("resourceId('Microsoft.Web/sites', 'func') == here.id", True),
        ("off == null", True),
    ],
)
def test_an_expression_has_its_value(tmp_path: Path, text: str, value: Any) -> None:
    found = template(tmp_path, f"{HEAD}\nvar asked = {text}\n").named("asked")
    assert found == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("names.missing", "there is no missing"),
        ("off.properties.defaultHostName", "there is no properties in None"),
        ("unheardOf(1)", "nobody knows the function unheardOf"),
        ("nothing", "nobody knows nothing"),
        ("'${names}'", "in the midst of a text"),
        ("resourceId('Microsoft.Web/sites/config', 'func')", "with the names"),
    ],
)
def test_what_would_not_deploy_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Wrong, match=said):
        valued(Expression(text), template(tmp_path))


def test_what_azure_knows_is_no_name(tmp_path: Path) -> None:
    text = f"{HEAD}\nresource late 'Microsoft.Web/sites@2025-03-01' = {{\n  name: guid(here.properties.defaultHostName)\n}}\n"
    with pytest.raises(Wrong, match="known too late"):
        _ = template(tmp_path, text).named("late").name


def test_parameters_keep_to_their_bounds(tmp_path: Path) -> None:
    text = "@allowed([\n  'a'\n  'b'\n])\nparam kind string\n@minValue(2)\nparam count int = 2\n"
    assert template(tmp_path, text, kind="a").named("kind") == "a"
    for given, said in (({"kind": "c"}, "allowed"), ({"kind": "a", "count": 1}, "minValue"), ({}, "nobody gives kind")):
        with pytest.raises(Wrong, match=said):
            template(tmp_path, text, **given).work_through()
    with pytest.raises(Wrong, match="has no parameter"):
        template(tmp_path, text, kinds="a")
