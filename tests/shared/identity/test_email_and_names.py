import pytest

from shared.identity.email import normalise
from shared.identity.names import visible


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Admin@Demo.Example", "admin@demo.example"),
        ("  a.b+c@demo.example ", "a.b+c@demo.example"),
        ("ａｄｍｉｎ@ｄｅｍｏ.example", "admin@demo.example"),  # full width
        ("oﬃce@demo.example", "office@demo.example"),  # a ligature
        ("o'neill@demo.example", "o'neill@demo.example"),
        ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
        ("a@sub.demo.co.uk", "a@sub.demo.co.uk"),
    ],
)
def test_one_address_has_one_spelling(written: str, meant: str) -> None:
    assert normalise(written) == meant
    assert normalise(meant) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "admin",
        "admin@",
        "@demo.example",
        "admin@demo",
        "a b@demo.example",
        "a@b@demo.example",
        ".a@demo.example",
        "a.@demo.example",
        "a..b@demo.example",
        "a@-demo.example",
        "a@demo-.example",
        "a@demo..example",
        "a@127.0.0.1",
        f"{'a' * 65}@demo.example",
        "a@demo.example\nb",
        "a\x00@demo.example",
        "\u0430dmin@demo.example",  # Cyrillic а
        "admin@d\u0435mo.example",  # Cyrillic е
        "adm\u0131n@demo.example",  # dotless i
        "gro\u00df@demo.example",  # ß is not ss
        "adm\u00edn@demo.example",
        "admin\u200b@demo.example",  # zero width
        "\u202eadmin@demo.example",  # direction override
    ],
)
def test_what_is_no_address_or_looks_like_another_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        normalise(written)


@pytest.mark.parametrize("name", ["Ada Lovelace", "Øyvind Åse", "王小明", "O'Neill-Smith, Jr.", "عمر", "क्\u200dष"])
def test_names_of_people_are_taken_as_they_are(name: str) -> None:
    assert visible(name) == name


def test_names_are_composed() -> None:
    assert visible("A\u030ase") == "Åse"


@pytest.mark.parametrize("name", ["A\x00da", "Ada\n", "Ada\u202egpj", "A\u200bda", "\ufeffAda", "Ada\u2066"])
def test_names_with_invisible_letters_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="control"):
        visible(name)
