"""Text of documents, page by page, in the sandbox: what is found, and what of it counts."""

from collections.abc import AsyncIterator

import pytest

from shared.documents import archives, signatures, texts
from shared.documents.extraction.extractor import TextExtractor, TextResult
from shared.documents.extraction.pages import DEFAULT, PageText, TextLimits, cleaned, read_pages
from shared.kit.sandbox import Sandbox, workspace
from tests.files import a_presentation, a_scanned_pdf, a_text_pdf, a_word_file, a_workbook


async def extracted(content: bytes, kind: str, limits: TextLimits = DEFAULT) -> tuple[TextResult, list[PageText]]:
    async def chunks() -> AsyncIterator[bytes]:
        for at in range(0, len(content), 1_000_000):
            yield content[at : at + 1_000_000]

    with workspace() as folder:
        result = await TextExtractor(Sandbox(), limits).extract(folder, kind, chunks())
        return result, list(read_pages(folder))


async def words_of(content: bytes, kind: str) -> list[str]:
    result, pages = await extracted(content, kind)
    assert [page.number for page in pages] == list(range(1, result.pages + 1))
    assert result.truncated == ()
    return [page.text for page in pages]


async def test_a_pdf_page_is_a_page() -> None:
    result, pages = await extracted(a_text_pdf("Well A-1\nMud weight 1.25 (sg)", "Größe: 9 5/8\u201d"), signatures.PDF)
    assert [page.text for page in pages] == ["Well A-1\nMud weight 1.25 (sg)", "Größe: 9 5/8\u201d"]
    assert (result.pages, result.total, result.truncated) == (2, 2, ())
    assert result.peak_bytes < 200 * 1024 * 1024


async def test_a_scan_has_pages_without_words() -> None:
    result, pages = await extracted(a_scanned_pdf(500), signatures.PDF)
    assert (result.pages, result.total, result.bytes, result.truncated) == (500, 500, 0, ())
    assert {page.text for page in pages} == {""}


async def test_word_pages_end_where_they_were_broken() -> None:
    content = a_word_file("Casing & cement", "first\fsecond", "Łódź 36 ½")
    assert await words_of(content, archives.WORD) == ["Casing & cement\nfirst", "second\nŁódź 36 ½"]


async def test_word_leaves_out_what_was_deleted_and_reads_what_stands_aside() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    content = a_word_file(
        "kept",
        **{
            "word/footnotes.xml": f"<w:footnotes {space}><w:p><w:r><w:t>see API RP 53</w:t></w:r></w:p></w:footnotes>",
            "word/header1.xml": f"<w:hdr {space}><w:p><w:r><w:delText>gone</w:delText><w:t>CONFIDENTIAL</w:t></w:r></w:p></w:hdr>",
        },
    )
    assert await words_of(content, archives.WORD) == ["kept", "see API RP 53", "CONFIDENTIAL"]


async def test_a_sheet_is_a_page_and_has_its_name() -> None:
    content = a_workbook({"Daily & more": [["depth", "gamma"], [1000.5, 45]], "Ø2": [["nothing"]]})
    _, pages = await extracted(content, archives.EXCEL)
    assert [(page.label, page.text) for page in pages] == [
        ("Daily & more", "depth\tgamma\n1000.5\t45"),
        ("Ø2", "nothing"),
    ]


async def test_a_long_sheet_goes_on_over_several_pages() -> None:
    content = a_workbook({"log": [[f"sample number {row}", row] for row in range(20_000)]})
    result, pages = await extracted(content, archives.EXCEL)
    assert result.pages > 5
    assert {page.label for page in pages} == {"log"}
    rows = "\n".join(page.text for page in pages).splitlines()
    assert rows == [f"sample number {row}\t{row}" for row in range(20_000)]


async def test_slides_come_in_the_order_they_are_shown_with_their_notes() -> None:
    content = a_presentation("Safety first", "Results", "Questions", notes={2: "say this slowly"})
    result, pages = await extracted(content, archives.POWERPOINT)
    assert [(page.label, page.text) for page in pages] == [
        ("Slide 1", "Safety first"),
        ("Slide 2", "Results\n\nsay this slowly"),
        ("Slide 3", "Questions"),
    ]
    assert result.total == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
async def test_text_is_read_whatever_it_is_encoded_in(encoding: str) -> None:
    text = "Tagesbericht für Bohrung Völkersen Z6\r\nSpülung: 1,25 kg/l\r\n"
    assert await words_of(text.encode(encoding), texts.PLAIN) == [text.replace("\r\n", "\n").strip()]


async def test_a_table_of_a_million_rows_is_read_in_pages() -> None:
    content = b"depth;gamma\n" + b"".join(b"%d;%d\n" % (row, row % 150) for row in range(1_000_000))
    result, pages = await extracted(content, texts.CSV)
    assert result.truncated == ()
    assert (pages[0].label.startswith("Lines 1-"), pages[-1].label.endswith("-1000001")) == (True, True)
    assert sum(page.text.count("\n") + 1 for page in pages) == 1_000_001
    assert pages[-1].text.endswith("\n999999;99")
    assert result.peak_bytes < 100 * 1024 * 1024


async def test_a_web_page_is_read_without_its_code() -> None:
    content = (
        b"<html><head><title>Log</title><script>var x = 1</script></head><body><p>Depth &gt; 900</p>m</body></html>"
    )
    assert await words_of(content, texts.HTML) == ["Log\nDepth > 900m"]


async def test_an_empty_file_has_no_page() -> None:
    assert await words_of(b"", texts.PLAIN) == []


@pytest.mark.parametrize(
    ("limits", "met", "pages"),
    [
        (TextLimits(pages=2), ("pages",), ["one", "two"]),
        (TextLimits(page_bytes=3), ("page",), ["one", "two", "thr"]),
        (TextLimits(total_bytes=8), ("total",), ["one", "two", "th"]),
        (TextLimits(seconds=0), ("time",), []),
    ],
)
async def test_each_cap_ends_the_text_and_is_recorded(
    limits: TextLimits, met: tuple[str, ...], pages: list[str]
) -> None:
    result, found = await extracted(a_text_pdf("one", "two", "three"), signatures.PDF, limits)
    assert (result.truncated, [page.text for page in found], result.total) == (met, pages, 3)


async def test_a_character_is_never_cut_in_half() -> None:
    _, found = await extracted("ééé".encode(), texts.PLAIN, TextLimits(page_bytes=5))
    assert [page.text for page in found] == ["éé"]


def test_control_characters_and_broken_hyphens_do_not_reach_the_search() -> None:
    assert cleaned("  drill\x02\r\ning\x00 pipe\ud800\r\n\tend\x0c ") == "drilling pipe\n\tend"


def test_what_has_no_text_is_known_beforehand() -> None:
    extractor = TextExtractor(Sandbox())
    assert [extractor.can_read(kind) for kind in ("image/png", signatures.SEGY, None, signatures.PDF)] == [
        False,
        False,
        False,
        True,
    ]
