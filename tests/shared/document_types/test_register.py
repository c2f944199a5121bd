"""The register of an organisation's types, as rules."""

import pytest

from shared.document_types.errors import DocumentTypeCodeTaken, TooManyDocumentTypes
from shared.document_types.model import MAX_REGISTERED, MAX_TYPES, DocumentTypeStatus, Register
from shared.kit.ids import new_id
from tests.document_types import NOW, a_type


def a_register(in_use: int, retired: int) -> Register:
    register = Register.unwritten(new_id(), NOW)
    for number in range(retired):
        register = register.holding(a_type(code=f"R{number}", status=DocumentTypeStatus.RETIRED), NOW)
    for number in range(in_use):
        register = register.holding(a_type(code=f"T{number}"), NOW)
    return register


def test_a_type_is_in_it_once_under_its_newest_code() -> None:
    first = a_type(code="A")
    register = a_register(0, 0).holding(first, NOW).holding(first.changed(NOW, code="B"), NOW)
    assert [known.folded for known in register.types] == ["b"]
    register.holding(a_type(code="A"), NOW)
    with pytest.raises(DocumentTypeCodeTaken):
        register.holding(a_type(code="b"), NOW)


def test_retired_types_keep_their_code_and_leave_their_place() -> None:
    register = a_register(MAX_TYPES - 1, 1).holding(a_type(code="LAST"), NOW)
    with pytest.raises(DocumentTypeCodeTaken):
        register.holding(a_type(code="r0"), NOW)
    with pytest.raises(TooManyDocumentTypes):
        register.holding(a_type(code="NEW"), NOW)


def test_retired_types_cannot_be_piled_up_without_end() -> None:
    register = a_register(1, MAX_REGISTERED - 1)
    with pytest.raises(TooManyDocumentTypes):
        register.holding(a_type(code="NEW"), NOW)
