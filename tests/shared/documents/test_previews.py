"""Pictures of pages: how they look, how large they get, and what is refused."""

import io
import struct
import zlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PIL import Image

from shared.documents import signatures
from shared.documents.previews import previewer
from shared.documents.previews.limits import DEFAULT, PreviewLimits
from shared.documents.previews.previewer import Previewer, PreviewResult
from shared.kit.sandbox import MIB, Sandbox, SandboxFailed, workspace
from tests.files import a_deep_pdf, a_locked_pdf, a_scanned_pdf, a_text_pdf, pdf_of

RED, WHITE = (255, 0, 0), (255, 255, 255)


async def drawn(
    content: bytes, kind: str = signatures.PDF, limits: PreviewLimits = DEFAULT
) -> tuple[PreviewResult, list[Image.Image], Image.Image]:
    async def chunks() -> AsyncIterator[bytes]:
        yield content

    with workspace() as folder:
        result = await Previewer(Sandbox(), limits).draw(folder, kind, chunks())
        assert result.peak_bytes < 600 * MIB
        pages = [Image.open(page.file).copy() for page in result.pages]
        assert [page.number for page in result.pages] == list(range(1, len(pages) + 1))
        assert [picture.size for picture in pages] == [(page.width, page.height) for page in result.pages]
        return result, pages, Image.open(result.thumbnail).copy()


async def reason_of(content: bytes, kind: str = signatures.PDF, limits: PreviewLimits = DEFAULT) -> str:
    with pytest.raises(SandboxFailed) as failed:
        await drawn(content, kind, limits)
    return failed.value.reason


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def looks_like(picture: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    """WebP loses a little."""
    found = picture.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 12 for a, b in zip(found, colour, strict=True))


async def test_a_page_is_drawn_as_large_as_it_is_shown() -> None:
    result, pages, thumbnail = await drawn(a_text_pdf("Well A-1", "second"))
    assert [max(page.size) for page in pages] == [1240, 1240]
    assert max(thumbnail.size) == 256
    assert (result.total, result.truncated) == (2, ())
    darkest, lightest = pages[0].convert("L").getextrema()
    assert darkest < 80  # type: ignore[operator]
    assert lightest > 250  # type: ignore[operator]


async def test_of_a_scan_with_500_pages_the_first_ten_are_drawn() -> None:
    result, pages, _ = await drawn(a_scanned_pdf(500))
    assert (len(pages), result.total, result.truncated) == (10, 500, ("pages",))


@pytest.mark.parametrize("size", [(1, 1), (14_400, 14_400), (14_400, 1), (2_000_000, 5)])
async def test_no_page_is_too_large_or_too_thin(size: tuple[int, int]) -> None:
    try:
        _, (page,), _ = await drawn(a_text_pdf("text", size=size))
    except SandboxFailed as failed:
        assert failed.reason == "damaged"
        assert size[0] == 2_000_000
    else:
        assert max(page.size) <= 1240


async def test_what_cannot_be_opened_says_why() -> None:
    assert await reason_of(a_locked_pdf()) == "encrypted"
    assert await reason_of(b"%PDF-1.7\nnothing") == "damaged"
    assert await reason_of(b"") == "damaged"


async def test_deep_page_trees_do_no_harm() -> None:
    try:
        result, _, _ = await drawn(a_deep_pdf(3_000))
    except SandboxFailed as failed:
        assert failed.reason in {"damaged", "crashed"}
    else:
        assert result.total >= 1


async def test_a_picture_inside_a_page_that_grows_without_end_ends_the_child_only() -> None:
    """A JPEG 2000, JBIG2 or Flate picture of 60,000 x 60,000 points in a few bytes."""
    image = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width 60000 /Height 60000"
    packed = zlib.compress(bytes(10 * MIB))
    content = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im 4 0 R >> >> /Contents 5 0 R >>",
            b"<< %s /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (image, len(packed), packed),
            b"<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /Im Do Q \nendstream",
        ]
    )
    try:
        _, pages, _ = await drawn(content)
    except SandboxFailed as failed:
        assert failed.reason in {"crashed", "out_of_memory", "timed_out"}
    else:
        assert len(pages) == 1


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ("PNG", "image/png"),
        ("JPEG", "image/jpeg"),
        ("GIF", "image/gif"),
        ("TIFF", "image/tiff"),
        ("BMP", "image/bmp"),
        ("WEBP", "image/webp"),
        ("JPEG2000", "image/jp2"),
    ],
)
async def test_images_of_all_kinds_are_drawn(kind: str, media: str) -> None:
    result, (page,), thumbnail = await drawn(encoded(Image.new("RGB", (3000, 1500), RED), kind), media)
    assert (page.size, thumbnail.size, result.total) == ((1240, 620), (256, 128), 1)
    assert looks_like(page, (600, 300), RED)


async def test_a_small_image_stays_small() -> None:
    _, (page,), thumbnail = await drawn(encoded(Image.new("RGB", (40, 30), RED), "PNG"), "image/png")
    assert (page.size, thumbnail.size) == ((40, 30), (40, 30))


async def test_a_photo_stands_the_way_it_was_taken_and_tells_nothing_else() -> None:
    photo = Image.new("RGB", (400, 200), "white")
    photo.paste(RED, (0, 0, 100, 200))
    facts = Image.Exif()
    facts[0x0112] = 6  # to be turned a quarter
    facts[0x010F] = "a camera"
    _, (page,), _ = await drawn(encoded(photo, "JPEG", exif=facts), "image/jpeg")
    assert page.size == (200, 400)
    assert looks_like(page, (100, 20), RED)
    assert dict(page.getexif()) == {}


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "LA", "RGBA", "I;16", "I", "F"])
async def test_every_kind_of_pixel_is_seen(mode: str) -> None:
    picture = Image.new("L", (100, 100), 0)
    picture.paste(255, (50, 0, 100, 100))
    media, kind = ("image/tiff", "TIFF") if mode in {"CMYK", "F", "I", "I;16"} else ("image/png", "PNG")
    if mode == "I;16":
        content = encoded(picture.convert("I").point(lambda value: value * 200).convert("I;16"), kind)
    else:
        content = encoded(picture.convert("RGB" if mode == "CMYK" else mode).convert(mode), kind)
    _, (page,), _ = await drawn(content, media)
    assert looks_like(page, (20, 50), (0, 0, 0))
    assert looks_like(page, (80, 50), WHITE)


async def test_what_is_transparent_is_shown_on_paper() -> None:
    _, (page,), _ = await drawn(encoded(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"), "image/png")
    assert looks_like(page, (25, 25), WHITE)


async def test_every_picture_of_a_tiff_is_a_page() -> None:
    first, *rest = [Image.new("L", (100, 50 + number), 255) for number in range(12)]
    result, pages, _ = await drawn(encoded(first, "TIFF", save_all=True, append_images=rest), "image/tiff")
    assert [page.size for page in pages] == [(100, 50 + number) for number in range(10)]
    assert (result.total, result.truncated) == (12, ("pages",))


async def test_a_huge_image_is_refused_before_it_is_unpacked() -> None:
    """30,000 x 30,000 points of white: 2.7 GB in 100 KB."""
    chunk = zlib.compress(b"\x00" + b"\xff" * 3750)
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", chunk) + png_chunk(b"IEND", b"")
    assert await reason_of(content, "image/png") == "too_large"


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


async def test_a_large_photo_is_unpacked_smaller_at_once() -> None:
    content = encoded(Image.new("RGB", (12_000, 9_000), RED), "JPEG", quality=30)
    result, (page,), _ = await drawn(content, "image/jpeg")
    assert page.size == (1240, 930)
    assert result.peak_bytes < 150 * MIB


@pytest.mark.parametrize("mode", ["RGB", "L"])
async def test_the_largest_picture_that_is_taken_is_held_in_memory_once(mode: str) -> None:
    """64 million pixels: two such children fit into an instance of 2 GB."""
    content = encoded(Image.new(mode, (8000, 7999)), "PNG")
    result, (page,), _ = await drawn(content, "image/png")
    assert page.size == (1240, 1240)
    assert result.peak_bytes < 350 * MIB


@pytest.mark.parametrize("media", ["image/png", "image/jpeg", "image/tiff", "image/gif"])
async def test_images_cut_short_are_damaged(media: str) -> None:
    kind = media.removeprefix("image/").upper()
    whole = encoded(Image.effect_noise((300, 300), 50), kind)
    assert await reason_of(whole[: len(whole) // 2], media) == "damaged"
    assert await reason_of(b"", media) == "damaged"


async def test_what_is_no_image_of_these_kinds_is_never_interpreted() -> None:
    assert await reason_of(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "image/png") == "damaged"


async def test_not_even_one_page_in_time_is_a_reason() -> None:
    assert await reason_of(a_text_pdf("x"), limits=PreviewLimits(seconds=-1)) == "timed_out"


async def test_a_file_larger_than_the_disk_allows_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previewer, "SOURCE_BYTES", 10)
    assert await reason_of(a_text_pdf("text")) == "too_large"


def test_what_cannot_be_drawn_is_known_beforehand() -> None:
    known = Previewer(Sandbox())
    assert [known.can_draw(kind) for kind in ("text/plain", "image/heic", None, "image/png")] == [
        False,
        False,
        False,
        True,
    ]
