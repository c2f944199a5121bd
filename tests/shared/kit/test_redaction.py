import pytest
from pydantic import BaseModel, Field, ValidationError

from shared.kit.redaction import redacted, told

JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJVIn0.c2lnbmF0dXJl"

SECRET = "dGhlIHNlY3JldCBvZiBhIHNlc3Npb24gaGFzIDMyMTA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no such item email:ann.o'neil+x@rig.example in identities", "no such item email:<e-mail> in identities"),
        ("/docs/email%3Aann%40rig.example", "/docs/<e-mail>"),
        ("GET /library/a?sp=r&sig=ab%2Fc%3D&se=2026", "GET /library/a?sp=r&sig=<secret>&se=2026"),
        (f"bad token {JWT}", "bad token <token>"),
        ("Authorization: Bearer abcdefgh12345", "Authorization: Bearer <secret>"),
        ("AccountKey=abcd1234==;X=1", "AccountKey= <secret>;X=1"),
        ("colls/identities/docs/email%253Aann%2540rig%2Eexample", "colls/identities/docs/<e-mail>"),
        ("o'hara#1!@rig.example was told", "<e-mail> was told"),
        ('{"password": "Correct \\" horse", "code": "NotFound"}', '{"password": "<secret>", "code": "NotFound"}'),
        ("{'refreshToken': 'abc', 'to': 7}", "{'refreshToken': '<secret>', 'to': 7}"),
        (
            "POST /token client_secret=abc&client_assertion=def&x=1",
            "POST /token client_secret=<secret>&client_assertion=<secret>&x=1",
        ),
        ("status_code=404 code=AADSTS50011", "status_code=404 code=<secret>"),
        ("key pck_01J000_01J001_dGhlIHNlY3JldCBvZiB0aGUga2V5 is gone", "key <key> is gone"),
        (f"cookie 01J000.01J001.{SECRET}", "cookie 01J000.01J001.<token>"),
        (
            "test_a_name_of_forty_three_letters_and_no_more1 " + "0" * 64,
            "test_a_name_of_forty_three_letters_and_no_more1 " + "0" * 64,
        ),
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


def test_of_a_long_text_the_ends_are_told_and_no_half_of_an_address_between_them():
    for shift in range(40):
        text = redacted(f"begins {'x' * shift} {'ann@rig.example ' * 4000}ends")
        assert len(text) < 31_000 and text.startswith("begins") and text.endswith("ends")
        assert "ann" not in text and "rig" not in text
