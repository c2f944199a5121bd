import pytest
from pydantic import BaseModel, Field, ValidationError

from shared.kit.redaction import redacted, told

JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJVIn0.c2lnbmF0dXJl"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no such item email:ann.o'neil+x@rig.example in identities", "no such item email:<e-mail> in identities"),
        ("/docs/email%3Aann%40rig.example", "/docs/<e-mail>"),
        ("GET /library/a?sp=r&sig=ab%2Fc%3D&se=2026", "GET /library/a?sp=r&sig=<secret>&se=2026"),
        (f"bad token {JWT}", "bad token <token>"),
        ("Authorization: Bearer abcdefgh12345", "Authorization: Bearer <secret>"),
        ("AccountKey=abcd1234==;X=1", "AccountKey= <secret>;X=1"),
        ("document 01J000 of site 4 at 12:30", "document 01J000 of site 4 at 12:30"),
    ],
)
def test_what_belongs_to_people_is_replaced(text, expected):
    assert redacted(text) == expected


class Person(BaseModel):
    name: str
    email: str = Field(pattern="@")


def test_a_refused_value_is_not_told_and_its_place_is():
    given = {"name": 7, "email": "".join(["not an address, ", "but private"])}
    with pytest.raises(ValidationError) as caught:
        Person.model_validate(given)
    text = told(caught.value)
    assert "but private" not in text
    assert "email" in text and "string_type" in text and 'test_redaction.py"' in text


def test_the_cause_is_told_too():
    try:
        try:
            raise KeyError("ann@rig.example")
        except KeyError as error:
            raise ValueError("no such person") from error
    except ValueError as error:
        text = told(error)
    assert "KeyError" in text and "ValueError: no such person" in text and "ann" not in text
