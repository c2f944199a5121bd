"""Archives made to do harm: refused by their directory, and those whose directory lies by what really comes out."""

import io
import struct
import zipfile
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from hashlib import sha256

import pytest

from shared.documents import archives, verification
from shared.documents.inspection import Sample, is_ambiguous
from shared.documents.malware import TEST_FILE
from shared.documents.signatures import detect
from shared.documents.verification import Checks, Verdict
from shared.kit.sandbox import MIB, Sandbox
from tests.documents import PDF, an_archive
from tests.files import a_word_file, a_workbook, a_zip


@dataclass(frozen=True)
class Announced:
    file_name: str
    size_bytes: int
    sha256: str


async def verdict_of(content: bytes, name: str = "files.zip", *, deep: bool = True, macros: bool = False) -> Verdict:
    async def chunks() -> AsyncIterator[bytes]:
        for at in range(0, len(content), 300_000):
            yield content[at : at + 300_000]

    announced = Announced(name, len(content), sha256(content).hexdigest())
    checks = Checks(sandbox=Sandbox() if deep else None, allows_macros=macros)
    return await verification.verify(announced, chunks(), checks)


async def code_of(content: bytes, name: str = "files.zip", *, deep: bool = True, macros: bool = False) -> str | None:
    rejection = (await verdict_of(content, name, deep=deep, macros=macros)).rejection
    return None if rejection is None else rejection.code


def zeros(megabytes: int) -> bytes:
    return a_zip({"zeros.bin": bytes(megabytes * MIB)})


def with_directory_lie(content: bytes, promised: int) -> bytes:
    """The directory and the header before the file promise so many bytes."""
    lying = bytearray(content)
    struct.pack_into("<I", lying, lying.rindex(b"PK\x01\x02") + 24, promised)
    struct.pack_into("<I", lying, 22, promised)
    return bytes(lying)


def overlapping(count: int) -> bytes:
    """`count` names for one and the same packed megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(bytes(MIB)) + packer.flush()
    checksum = zlib.crc32(bytes(MIB))
    facts = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0, checksum, len(packed), MIB)
    local = b"PK\x03\x04" + facts + struct.pack("<HH", 5, 0) + b"00000" + packed
    listed = b"".join(
        b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHHHII", 5, 0, 0, 0, 0, 0, 0) + b"%05d" % number
        for number in range(count)
    )
    return local + listed + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(listed), len(local), 0)


@pytest.mark.parametrize("deep", [True, False], ids=["unpacked", "by the directory"])
async def test_what_unpacks_to_far_too_much_is_refused(deep: bool) -> None:
    assert await code_of(zeros(65), deep=deep) == "archive_bomb"


@pytest.mark.parametrize("deep", [True, False], ids=["unpacked", "by the directory"])
async def test_files_that_share_their_bytes_are_refused(deep: bool) -> None:
    content = overlapping(100)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert len(archive.infolist()) == 100
    assert await code_of(content, deep=deep) == "archive_bomb"


async def test_a_size_that_lies_is_found_by_unpacking() -> None:
    content = with_directory_lie(zeros(80), 1000)
    assert await code_of(content, deep=False) is None
    assert await code_of(content) == "archive_bomb"


async def test_archives_in_archives_are_unpacked_too() -> None:
    nested = a_zip({f"{number}.zip": zeros(20) for number in range(4)}, zipfile.ZIP_STORED)
    assert await code_of(nested, deep=False) is None
    assert await code_of(nested) == "archive_bomb"


async def test_archives_may_not_be_nested_without_end() -> None:
    content = b"hello"
    for _ in range(3):
        content = a_zip({"inner.zip" if content[:2] == b"PK" else "hello.txt": content})
    assert await code_of(content) is None
    assert await code_of(a_zip({"inner.bin": content})) == "archive_bomb"


async def test_too_many_files_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(100_001):
            archive.writestr(zipfile.ZipInfo(str(number)), b"")
    assert await code_of(out.getvalue()) == "archive_bomb"


async def test_a_bomb_behind_a_broken_file_is_found() -> None:
    content = bytearray(a_zip({"broken.txt": b"some text", "zeros.bin": bytes(80 * MIB)}))
    content[0:4] = b"PK\x03\x04"
    content[len("broken.txt") + 30] ^= 0xFF
    struct.pack_into("<I", content, content.rindex(b"PK\x01\x02") + 24, 1000)
    assert await code_of(bytes(content)) == "archive_bomb"


async def test_an_office_file_may_be_a_bomb() -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * (70 * MIB)}
    assert await code_of(a_zip(parts), "report.docx") == "archive_bomb"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (a_word_file("text " * 1000), "a.docx"),
        (a_workbook({"log": [[float(row), "same"] for row in range(50_000)]}), "a.xlsx"),
        (an_archive(*(f"logs/{number}.las" for number in range(500))), "logs.zip"),
        (zeros(60), "small enough.zip"),
        (a_zip({"a.zip": a_zip({"b.txt": b"text"}), "c.zip": b"PK\x03\x04 only begins like one"}), "two.zip"),
        (a_zip({}), "empty.zip"),
    ],
)
async def test_honest_archives_pass(content: bytes, name: str) -> None:
    assert await code_of(content, name) is None
    assert await code_of(content, name, deep=False) is None


async def test_the_antivirus_test_file_is_found_everywhere() -> None:
    assert await code_of(TEST_FILE, "readme.txt") == "malware"
    assert await code_of(PDF + bytes(299_900) + TEST_FILE, "report.pdf") == "malware"
    assert await code_of(a_zip({"readme.txt": TEST_FILE})) == "malware"
    assert await code_of(a_zip({"inner.zip": a_zip({"readme.txt": TEST_FILE})})) == "malware"


async def test_a_crash_of_the_child_is_not_the_files_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    from shared.errors import Unavailable
    from shared.kit.sandbox import SandboxFailed

    async def crash(*_: object) -> None:
        raise SandboxFailed("crashed")

    monkeypatch.setattr(Sandbox, "run", crash)
    with pytest.raises(Unavailable):
        await verdict_of(a_zip({"a.txt": b"text"}))


MACROS = an_archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


async def test_macros_are_a_matter_of_policy() -> None:
    assert await code_of(MACROS, "plan.xlsm") == "macros_not_allowed"
    assert await code_of(MACROS, "plan.xlsm", macros=True) is None
    old = OLD + "_VBA_PROJECT".encode("utf-16-le") + bytes(500)
    assert await code_of(old, "plan.xls") == "macros_not_allowed"
    assert await code_of(old, "plan.xls", macros=True) is None
    assert await code_of(OLD, "plan.xls") is None


PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
ZIP = an_archive("a.txt", "b.txt")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF + ZIP, "report.pdf"),
        (PNG + ZIP, "map.png"),
        (b"GIF89a" + bytes(50) + an_archive("A.class", comment=b"a comment"), "map.gif"),
        (PNG + PDF, "map.png"),
    ],
    ids=["pdf and zip", "png and zip", "gif and jar", "png and pdf"],
)
async def test_files_of_two_kinds_are_refused(content: bytes, name: str) -> None:
    assert await code_of(content, name) == "type_ambiguous"


@pytest.mark.parametrize(
    "content",
    [
        PDF,
        PNG,
        ZIP,
        a_zip({"report.pdf": PDF}, zipfile.ZIP_STORED),
        PDF + b"PK\x05\x06" + bytes(18),
        PNG + b"PK\x05\x06",
    ],
)
def test_files_of_one_kind_are_not_ambiguous(content: bytes) -> None:
    sample = Sample.of(content)
    assert not is_ambiguous(sample, detect(sample))


def test_a_directory_says_what_is_where() -> None:
    first, second = archives.entries(ZIP)
    assert (first.name, first.offset, first.unpacked, first.method) == ("a.txt", 0, len("content of a.txt") * 20, 8)
    assert second.offset == archives.LOCAL_SIZE + len(first.name) + first.packed
