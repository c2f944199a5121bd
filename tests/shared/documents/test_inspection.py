"""Signatures: what a file really is, and which names may hold it."""

import struct
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.documents import archives, inspection
from shared.documents.inspection import Sample, detect, extension, fits_name, is_forbidden_name, is_program
from tests.documents import PDF, PROGRAM, an_archive

EBCDIC_LINES = b"".join((f"C{number:2d} SURVEY FORT WORTH 1981".ljust(80)).encode("cp037") for number in range(1, 41))
ASCII_LINES = b"".join((f"C{number:2d} SURVEY FORT WORTH 1981".ljust(80)).encode() for number in range(1, 41))
LAS = b"# a comment\n~Version information\n VERS. 2.0 :\n WRAP. NO :\n~Well\n"
DOTNET = b"MZ" + bytes(58) + struct.pack("<I", 128) + bytes(64) + b"PE\x00\x00"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00" + bytes(16)


def a_binary_header(code: int = 5, order: str = "big") -> bytes:
    """400 bytes: 2 ms interval, 1500 samples, and the sample format."""
    sign = ">" if order == "big" else "<"
    return bytes(16) + struct.pack(f"{sign}HHHHH", 2000, 0, 1500, 0, code) + bytes(374)


def a_compound(class_id: bytes) -> bytes:
    """A compound file whose root entry, in its first directory sector, bears this class id."""
    header = COMPOUND + struct.pack("<I", 0)
    return header + bytes(512 - len(header)) + "Root Entry".encode("utf-16le").ljust(80, b"\0") + class_id + bytes(400)


def kind_of(content: bytes) -> str | None:
    return detect(Sample.of(content))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "application/pdf"),
        (b"junk of a mailer\r\n" + PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "image/jpeg"),
        (b"GIF89a" + bytes(20), "image/gif"),
        (b"II*\x00" + bytes(20), "image/tiff"),
        (b"MM\x00*" + bytes(20), "image/tiff"),
        (b"BM" + struct.pack("<IHHII", 70, 0, 0, 54, 40) + bytes(60), "image/bmp"),
        (b"RIFF" + bytes(4) + b"WEBPVP8 " + bytes(20), "image/webp"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), "image/heic"),
        (b"\x00\x00\x00\x18ftypisom" + bytes(20), "video/mp4"),
        (b"AC1032" + bytes(200), "image/vnd.dwg"),
        (b"{\\rtf1\\ansi text}", "application/rtf"),
        (a_compound(bytes(16)), "application/x-ole-storage"),
        (b"\x1f\x8b\x08" + bytes(20), "application/gzip"),
        (LAS, "text/x-las"),
        (b"\r\n~V\r\n", "text/x-las"),
        (b"LASF" + bytes(300), "application/vnd.las"),
        (b"   1V1.00RECORD 8192" + bytes(100), "application/x-dlis"),
        (bytes(12) + b"   1V1.00RECORD 8192" + bytes(100), "application/x-dlis"),
        (EBCDIC_LINES + a_binary_header() + bytes(1000), "application/x-segy"),
        (ASCII_LINES + a_binary_header(1) + bytes(1000), "application/x-segy"),
        (ASCII_LINES + a_binary_header(8, "little") + bytes(1000), "application/x-segy"),
        (b"depth;gamma\n1000,5;45\n1001;46\n", "text/csv"),
        (b'well,note\nA-1,"first, then\nsecond"\nA-2,none\n', "text/csv"),
        (b"Dear all,\nthe well is fine\n", "text/plain"),
        ("Grüße aus Cuxhaven\n".encode("latin-1"), "text/plain"),
        ("depth\tgamma\n1000\t45\n".encode("utf-16"), "text/csv"),
        (b'{"well": "A-1"}', "application/json"),
        (b'  ["A-1", 2]\n', "application/json"),
        (b"[Section]\nkey = value\n", "text/plain"),
        (b'{"rows": [' + b"1, " * 40_000, "application/json"),
        (b'<?xml version="1.0"?><wells/>', "application/xml"),
        (b'<wells xmlns="http://www.witsml.org/schemas/1series"><well/></wells>', "application/xml"),
        (b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1"/>', "image/svg+xml"),
        (b"<!DOCTYPE html><html></html>", "text/html"),
        (b"<5 ppm\n", "text/plain"),
        (b"", "text/plain"),
        (bytes(range(256)) * 4, None),
    ],
)
def test_kinds_are_told_from_bytes(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        PROGRAM,
        Path(sys.executable).read_bytes()[: inspection.HEAD],
        DOTNET,
        b"MZ\x90\x00\x03" + bytes(80),
        b"\xcf\xfa\xed\xfe\x0c\x00\x00\x01" + bytes(20),
        b"\xca\xfe\xba\xbe\x00\x00\x00\x02" + bytes(20),
        b"#!/bin/sh\nrm -rf /\n",
        b"#! /usr/bin/env python3\nprint()\n",
        b"\xef\xbb\xbf#!/bin/sh\n",
        b"#!/bin/sh\nexec tail -n +3 $0\n" + bytes(100) + b"payload",
        b"@ECHO OFF\r\nformat c:\r\n",
        b"<?php system($_GET['x']);",
        b"\x4c\x00\x00\x00\x01\x14\x02\x00" + bytes(60),
        b"\x00asm\x01\x00\x00\x00",
        a_compound(b"\x84\x10\x0c\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"),
        DOTNET + PDF,
    ],
)
def test_programs_and_scripts_are_known_whatever_their_name(content: bytes) -> None:
    assert is_program(kind_of(content))


@pytest.mark.parametrize("content", [b"MZ is a well list\n" * 10, b"#!note: depth in feet\n", b"#1 well\n"])
def test_text_that_only_begins_like_a_program_is_text(content: bytes) -> None:
    assert not is_program(kind_of(content))


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("[Content_Types].xml", "word/document.xml"), archives.WORD),
        (("[Content_Types].xml", "xl/workbook.xml"), archives.EXCEL),
        (("[Content_Types].xml", "ppt/presentation.xml"), archives.POWERPOINT),
        (("[Content_Types].xml", "visio/document.xml"), archives.VISIO),
        (("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), archives.EXCEL_MACROS),
        (("[Content_Types].xml", "xl/workbook.xml", "xl/media/word/x.png"), archives.EXCEL),
        (("logs/a.las", "logs/word/b.las"), archives.ARCHIVE),
        (("word/document.xml",), archives.ARCHIVE),
    ],
)
def test_office_documents_are_told_by_their_parts(names: tuple[str, ...], kind: str) -> None:
    assert kind_of(an_archive(*names)) == kind
    assert kind_of(an_archive(*names, comment=b"a comment at the end " * 100)) == kind


def test_the_directory_is_read_from_the_end_of_a_large_archive() -> None:
    parts = ["[Content_Types].xml", *(f"word/media/image{number}.png" for number in range(3000))]
    content = an_archive(*parts)
    assert len(content) > inspection.HEAD
    assert kind_of(content) == archives.WORD
    assert list(archives.entry_names(content)) == parts


def test_a_directory_longer_than_what_is_looked_at_is_read_as_far_as_it_is_there() -> None:
    content = an_archive(*(f"logs/{number:05d}.las" for number in range(300)))
    cut = list(archives.entry_names(content[-4000:]))
    assert 10 < len(cut) < 300
    assert cut[-1] == "logs/00299.las"


def test_an_open_document_says_what_it_is_in_its_first_entry() -> None:
    head = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04" + bytes(50)
    assert kind_of(head) == "application/vnd.oasis.opendocument.text"


@given(st.binary(max_size=4000))
def test_no_bytes_upset_it(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"MZ", b"{", b"<", b"\xff\xfe"):
        kind_of(start + content)


@given(st.binary(max_size=400), st.integers(0, 200), st.integers(0, 200))
def test_no_broken_archive_upsets_it(noise: bytes, at: int, length: int) -> None:
    whole = an_archive("[Content_Types].xml", "word/document.xml")
    kind_of(whole[:at] + noise + whole[at + length :])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report.PDF", "pdf"),
        ("a.tar.gz", "gz"),
        ("setup.exe. ", "exe"),
        ("setup.exe\u00a0", "exe"),
        ("README", ""),
        (".profile", "profile"),
    ],
)
def test_extensions_are_what_systems_take_them_for(name: str, expected: str) -> None:
    assert extension(name) == expected


@pytest.mark.parametrize(
    "name", ["a.exe", "A.EXE", "a.pdf.exe", "a.exe.", "a.exe::$DATA", "a.exe:x.pdf", "x.sh", "y.ps1", ".bat"]
)
def test_names_of_programs_are_forbidden(name: str) -> None:
    assert is_forbidden_name(name)


@pytest.mark.parametrize("name", ["exe", "a.exe.pdf", "Meeting 10:30.pdf", "a.dlis", "b.bin", "run.las", "x.msg"])
def test_names_of_documents_are_not(name: str) -> None:
    assert not is_forbidden_name(name)


@pytest.mark.parametrize(
    ("name", "kind", "fits"),
    [
        ("a.pdf", "application/pdf", True),
        ("a.pdf", "text/plain", False),
        ("a.pdf", None, False),
        ("a.xlsx", archives.EXCEL, True),
        ("a.xlsx", archives.EXCEL_MACROS, False),
        ("a.xlsx", archives.ARCHIVE, False),
        ("a.xlsm", archives.EXCEL_MACROS, True),
        ("a.csv", "text/plain", True),
        ("a.csv", "application/json", True),
        ("a.csv", archives.EXCEL, False),
        ("a.las", "text/x-las", True),
        ("a.las", "application/vnd.las", True),
        ("a.las", "text/plain", False),
        ("raw.dat", None, True),
        ("no extension", "application/pdf", True),
    ],
)
def test_a_name_promises_a_kind(name: str, kind: str | None, fits: bool) -> None:
    assert fits_name(name, kind) is fits


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("application/pdf", "a PDF document"),
        ("image/png", "a PNG image"),
        ("image/avif", "an AVIF image"),
        ("application/gzip", "application/gzip"),
        (None, "of an unknown kind"),
    ],
)
def test_kinds_have_words_for_people(kind: str | None, words: str) -> None:
    assert inspection.described(kind) == words
