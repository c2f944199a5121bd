"""Run in the sandbox: a preview becomes a JPEG, for PDF has no word for WebP."""

from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from shared.kit.sandboxed import SOURCE, Refused

_LARGEST = 4_000_000  # pixels; previews have at most 1,240 on a side


def to_jpeg(folder: Path, _: dict[str, Any]) -> dict[str, Any]:
    try:
        with Image.open(folder / SOURCE, formats=("WEBP",)) as picture:
            if picture.width * picture.height > _LARGEST:
                raise Refused("too_large")
            picture.convert("RGB").save(folder / "picture.jpg", "JPEG", quality=82)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused("damaged") from error
    return {}
