"""Files made to do harm, or broken on their way: text is refused or cut with a reason, in bounded time and memory."""

import io
import struct
import zipfile
from collections.abc import AsyncIterator

import pytest

from shared.documents import archives, signatures, texts
from shared.documents.extraction import extractor
from shared.documents.extraction.extractor import TextExtractor, TextResult
from shared.documents.extraction.pages import DEFAULT, TextLimits, read_pages
from shared.kit.sandbox import MIB, Sandbox, SandboxFailed, workspace
from tests.files import (
    a_deep_pdf,
    a_locked_pdf,
    a_nested_array_pdf,
    a_presentation,
    a_text_pdf,
    a_word_file,
    a_workbook,
    a_zip,
    pdf_of,
)

LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("bcdefgh", "cdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


async def extracted(content: bytes, kind: str, limits: TextLimits = DEFAULT) -> tuple[TextResult, list[str]]:
    async def chunks() -> AsyncIterator[bytes]:
        yield content

    with workspace() as folder:
        result = await TextExtractor(Sandbox(), limits).extract(folder, kind, chunks())
        assert result.peak_bytes < 300 * MIB
        return result, [page.text for page in read_pages(folder)]


async def reason_of(content: bytes, kind: str, limits: TextLimits = DEFAULT) -> str:
    with pytest.raises(SandboxFailed) as failed:
        await extracted(content, kind, limits)
    return failed.value.reason


async def test_a_pdf_that_asks_for_a_password_is_said_to_be_encrypted() -> None:
    assert await reason_of(a_locked_pdf(), signatures.PDF) == "encrypted"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"\xff" * 5000,
        pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"]),
    ],
    ids=["empty", "header only", "noise", "no page"],
)
async def test_a_broken_pdf_is_said_to_be_damaged(content: bytes) -> None:
    assert await reason_of(content, signatures.PDF) == "damaged"


@pytest.mark.parametrize("cut", [300, 500, 900])
async def test_a_pdf_cut_short_ends_in_pages_or_in_a_reason(cut: int) -> None:
    whole = a_text_pdf(*(f"page {number}" for number in range(20)))
    try:
        result, pages = await extracted(whole[:-cut], signatures.PDF)
    except SandboxFailed as failed:
        assert failed.reason == "damaged"
    else:
        assert result.pages == len(pages) <= 20


A_LOOP = pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"])


@pytest.mark.parametrize(
    "content", [a_deep_pdf(3_000), a_nested_array_pdf(500_000), A_LOOP], ids=["pages", "arrays", "its own branch"]
)
async def test_a_deeply_nested_pdf_does_no_harm(content: bytes) -> None:
    try:
        result, _ = await extracted(content, signatures.PDF)
    except SandboxFailed as failed:
        assert failed.reason in {"damaged", "crashed"}
    else:
        assert result.bytes == 0


async def test_more_pages_claimed_than_there_are_is_no_endless_work() -> None:
    content = a_text_pdf("only").replace(b"/Count 1", b"/Count 9999999")
    result, pages = await extracted(content, signatures.PDF)
    assert pages[0] == "only"
    assert result.pages <= 2_000


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, "<!DOCTYPE w>"], ids=["laughs", "outside", "plain"])
async def test_entities_are_refused_in_every_kind_of_office_file(doctype: str) -> None:
    word = a_word_file("text", before=doctype)
    assert await reason_of(word, archives.WORD) == "entities"
    for whole, part, kind in (
        (a_workbook({"s": [["text"]]}), "xl/sharedStrings.xml", archives.EXCEL),
        (a_workbook({"s": [["text"]]}), "xl/_rels/workbook.xml.rels", archives.EXCEL),
        (a_presentation("text"), "ppt/slides/slide1.xml", archives.POWERPOINT),
    ):
        assert await reason_of(with_doctype(whole, part, doctype), kind) == "entities"


def with_doctype(content: bytes, part: str, doctype: str) -> bytes:
    parts = entries_of(content)
    return a_zip({**parts, part: doctype.encode() + parts[part]})


def entries_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


async def test_xml_as_a_file_of_its_own_is_only_text() -> None:
    _, pages = await extracted(f"{LAUGHS}<w>&i;</w>".encode(), texts.XML)
    assert pages == [f"{LAUGHS}<w>&i;</w>"]


async def test_a_part_that_grows_without_end_is_cut_off() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    bomb = f"<w:document {space}>".encode() + b" " * (40 * MIB) + b"</w:document>"
    content = a_zip({"word/document.xml": bomb})
    assert len(content) < 100_000
    assert await reason_of(content, archives.WORD, TextLimits(inflated_bytes=30 * MIB)) == "too_large"


@pytest.mark.parametrize("around", [(b'<a x="', b'"/>'), (b"<a><!--", b"--></a>")], ids=["attribute", "comment"])
async def test_a_tag_without_end_is_cut_off(around: tuple[bytes, bytes]) -> None:
    content = a_zip({"word/document.xml": around[0] + b"x" * (MIB * 100) + around[1]})
    assert await reason_of(content, archives.WORD) == "too_large"


async def test_too_many_parts_are_refused() -> None:
    content = a_zip({f"word/{number}": b"" for number in range(20_001)})
    assert await reason_of(content, archives.WORD) == "too_many_parts"


@pytest.mark.parametrize("kind", [archives.WORD, archives.EXCEL, archives.POWERPOINT])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), a_zip({"a": b"b"})], ids=range(4))
async def test_a_broken_office_file_is_said_to_be_damaged(content: bytes, kind: str) -> None:
    assert await reason_of(content, kind) == "damaged"


async def test_a_part_with_a_size_that_lies_is_damaged() -> None:
    content = bytearray(a_word_file("some text " * 500))
    at = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    (size,) = struct.unpack_from("<I", content, at + 24)
    struct.pack_into("<I", content, at + 24, size // 2)
    assert await reason_of(bytes(content), archives.WORD) == "damaged"


async def test_what_was_read_before_the_damage_is_kept() -> None:
    parts = entries_of(a_presentation("first", "second"))
    parts["ppt/slides/slide1.xml"] = b"<p:sld"
    result, pages = await extracted(a_zip(parts), archives.POWERPOINT)
    assert (pages, result.truncated, result.total) == (["first"], ("damaged",), 2)


async def test_an_encrypted_part_is_said_to_be_encrypted() -> None:
    content = bytearray(a_word_file("text"))
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1
    assert await reason_of(bytes(content), archives.WORD) == "encrypted"


async def test_of_a_text_only_as_much_is_fetched_as_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor, "TEXT_BYTES", 10)
    result, pages = await extracted(b"0123456789abcdef", texts.CSV)
    assert (pages, result.truncated) == (["0123456789"], ("source",))


async def test_a_file_larger_than_the_disk_allows_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor, "SOURCE_BYTES", 10)
    assert await reason_of(a_text_pdf("text"), signatures.PDF) == "too_large"
