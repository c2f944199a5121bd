"""What the reader makes of Bicep as we write it, and that it refuses what it does not know."""

from pathlib import Path

import pytest

from scripts.bicep_reader import Expression, Loop, Unreadable, parse, read

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = """// What it is for.
targetScope = 'resourceGroup'

@description('It\\'s a name, isn\\'t it')
@allowed([
  'a' // the first
  'b'
])
param name string = 'a'
param tags object

/* not
param this string */
var data = loadJsonContent('x.json')
var address = 'https://${toLower('${name}-x')}.example' // https://elsewhere
var count = -3
#disable-next-line no-unused-vars
var nothing = null

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = if (count > 0 && !empty(name)) {
  name: 'st${name}' // said
  tags: union(tags, {
    more: 'here'
  })
  'quoted key': true
  nested: { one: 1, two: [1, 'two'] }
  chosen: empty(name) ? [] : [
    name
  ]
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [for (queue, i) in data.queues: if (i > 0) {
  name: queue
}]

resource old 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: name
}

module part 'modules/part.bicep' = {
  params: {
    all: [for one in ['x', 'y']: {
      id: one
    }]
  }
}

output id string = account.id
"""


def found(kind: str, name: str) -> object:
    return next(one for one in parse(SAMPLE)[1] if (one.kind, one.name) == (kind, name))


def test_every_declaration_is_found_with_its_line() -> None:
    said = [(one.kind, one.name, one.line) for one in parse(SAMPLE)[1]]
    assert said == [
        ("param", "name", 9), ("param", "tags", 10), ("var", "data", 14), ("var", "address", 15), ("var", "count", 16),
        ("var", "nothing", 18), ("resource", "account", 20), ("resource", "queues", 32), ("resource", "old", 36),
        ("module", "part", 40), ("output", "id", 48),
    ]  # fmt: skip


def test_parameters_carry_type_default_and_decorators() -> None:
    name, tags = found("param", "name"), found("param", "tags")
    assert (name.type, name.value, tags.type, tags.value) == ("string", "a", "object", None)
    assert name.decorators[0] == "description('It\\'s a name, isn\\'t it')"
    assert name.decorators[1].startswith("allowed([")


def test_plain_values_are_values_and_the_rest_stays_text() -> None:
    assert found("var", "count").value == -3
    assert found("var", "nothing").value is None
    assert found("var", "data").value == Expression("loadJsonContent('x.json')")
    assert found("var", "address").value == Expression("'https://${toLower('${name}-x')}.example'")


def test_a_resource_has_type_version_condition_and_body() -> None:
    account = found("resource", "account")
    assert (account.type, account.version) == ("Microsoft.Storage/storageAccounts", "2025-06-01")
    assert account.condition == "count > 0 && !empty(name)"
    assert account.get("name") == Expression("'st${name}'")
    assert account.get("tags").text.startswith("union(tags, {") and account.get("tags").text.endswith("})")
    assert account.get("nested") == {"one": 1, "two": [1, "two"]}
    assert account.get("quoted key") is True
    assert account.get("chosen").text.replace(" ", "").replace("\n", "") == "empty(name)?[]:[name]"
    assert (account.get("nested.three"), account.get("name.of.what")) == (None, None)
    assert [found("resource", name).existing for name in ("account", "old")] == [False, True]


def test_loops_say_what_they_are_over() -> None:
    queues = found("resource", "queues")
    assert queues.value == Loop(("queue", "i"), Expression("data.queues"), "i > 0", {"name": Expression("queue")})
    assert queues.get("name") == Expression("queue")
    assert found("module", "part").get("params.all") == Loop(
        ("one",), Expression("['x', 'y']"), "", {"id": Expression("one")}
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("type name = string\n", 1),
        ("\nfunc f() string => 'x'\n", 2),
        ("var a = {\n  b: 'unfinished\n}\n", 2),
        ("var a = {\n  b: 1\n  b: 2\n}\n", 3),
        ("var a = {\n  ...others\n}\n", 2),
        ("var a = {\n  b: 1\n", 3),
        ("var a = [\n  1\n", 3),
        ("resource a type = {}\n", 1),
    ],
)
def test_what_it_cannot_read_it_refuses(text: str, line: int, tmp_path: Path) -> None:
    file = tmp_path / "some.bicep"
    file.write_text(text)
    with pytest.raises(Unreadable, match=rf"some\.bicep: line {line}\b"):
        read(file)


def test_it_reads_all_of_ours_to_the_last_line() -> None:
    files = [*(ROOT / "bicep").rglob("*.bicep"), *(ROOT / "infra").rglob("*.bicepparam")]
    assert len(files) > 30
    for path in files:
        file = read(path)
        words = [line.split()[0] for line in file.text.splitlines() if line[:1].isalpha()]
        declared = [word for word in words if word in ("param", "var", "resource", "module", "output")]
        assert [one.kind for one in file.declarations] == declared, path.name
