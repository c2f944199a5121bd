#!/usr/bin/env python3
"""Is an archive in a folder whole and unaltered?   python verify_archive.py FOLDER

Needs Python 3.11 and nothing else, neither PetroConnect nor the network. Checks every hash, every count, and that every file there should
be is there. Says what is wrong, one line each, and ends with 1; with 0 when nothing is. What it checks against: docs/archive-format.md.
"""

import argparse
import hashlib
import json
import re
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

CHUNK = 4 * 1024 * 1024  # bytes
PART_NAME = re.compile(r"part-\d{5}\.zip")
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def verify(folder: Path) -> Iterator[str]:
    """What is wrong, in words; nothing when all is well. Memory holds the lines that list the files of one part."""
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
    except (OSError, ValueError) as error:
        yield f"manifest.json cannot be read: {error}"
        return
    if (manifest.get("format"), manifest.get("version")) != ("petroconnect-archive", 1):
        yield f"not an archive of version 1: {manifest.get('format')} {manifest.get('version')}"
        return
    counted: Counter[str] = Counter()
    file_bytes = 0
    for number, part in enumerate(manifest["parts"], 1):
        for one in part["items"]:
            counted[one["kind"]] += one["count"]
        if part["number"] != number or not PART_NAME.fullmatch(part["name"]):
            yield f"part {number} is called {part['name']} and numbered {part['number']}"
            continue
        inspection = PartInspection(folder / part["name"], part)
        yield from (f"{part['name']}: {fault}" for fault in inspection.faults())
        file_bytes += inspection.file_bytes
    if counted != manifest["counts"]:
        yield f"the manifest counts {manifest['counts']}, its parts {dict(counted)}"
    if file_bytes != manifest["fileBytes"]:
        yield f"the manifest promises {manifest['fileBytes']} bytes of files, the parts hold {file_bytes}"


class PartInspection:
    def __init__(self, path: Path, part: dict[str, Any]) -> None:
        self.path, self.part = path, part
        self.file_bytes = 0

    def faults(self) -> Iterator[str]:
        try:
            size = self.path.stat().st_size
            with self.path.open("rb") as stream:
                _, digest = measured(stream)
        except OSError as error:
            yield f"cannot be read: {error}"
            return
        if size != self.part["sizeBytes"]:
            yield f"has {size} bytes instead of {self.part['sizeBytes']}"
        if digest != self.part["sha256"]:
            yield f"has the SHA-256 {digest} instead of {self.part['sha256']}"
        try:
            with zipfile.ZipFile(self.path) as archive:
                yield from self._contents(archive)
        except UNREADABLE as error:
            yield f"is no readable ZIP: {error}"

    def _contents(self, archive: zipfile.ZipFile) -> Iterator[str]:
        lines: dict[str, list[dict[str, Any]]] = {"file": [], "revision": []}
        names = [f"items/{one['kind']}.jsonl" for one in self.part["items"]]
        for one in self.part["items"]:
            yield from self._items(archive, one, lines.get(one["kind"]))
        files = {line["path"]: line for line in lines["file"]}
        for path, line in files.items():
            yield from self._file(archive, path, line)
        there = Counter(archive.namelist())
        expected = Counter([*names, *files])
        yield from (f"holds {name}, which nothing lists" for name in there - expected)
        yield from self._revisions(lines["revision"], files)

    def _items(self, archive: zipfile.ZipFile, one: dict[str, Any], kept: list[dict[str, Any]] | None) -> Iterator[str]:
        name = f"items/{one['kind']}.jsonl"
        digest, size, count = hashlib.sha256(), 0, 0
        try:
            with archive.open(name) as stream:
                for line in stream:
                    digest.update(line)
                    size, count = size + len(line), count + 1
                    item = json.loads(line)
                    if kept is not None:
                        kept.append(item)
        except (KeyError, *UNREADABLE) as error:
            yield f"{name} cannot be read: {error}"
            return
        if (size, count, digest.hexdigest()) != (one["sizeBytes"], one["count"], one["sha256"]):
            yield f"{name} is not what the manifest says: {count} lines, {size} bytes, {digest.hexdigest()}"

    def _file(self, archive: zipfile.ZipFile, path: str, line: dict[str, Any]) -> Iterator[str]:
        try:
            with archive.open(path) as stream:
                size, digest = measured(stream)
        except (KeyError, *UNREADABLE) as error:
            yield f"{path} cannot be read: {error}"
            return
        self.file_bytes += size
        if (size, digest) != (line["sizeBytes"], line["sha256"]):
            yield f"{path} is not what it should be: {size} bytes, {digest}"

    def _revisions(self, revisions: list[dict[str, Any]], files: dict[str, dict[str, Any]]) -> Iterator[str]:
        """Every ready revision has its file, in the same part, with the hash that was verified at its upload."""
        ready = {f"files/{one['documentId']}/{one['number']}": one for one in revisions if one["state"] == "ready"}
        yield from (f"{path} belongs to no revision" for path in files.keys() - ready.keys())
        for path, revision in ready.items():
            if path not in files:
                yield f"the file of revision {revision['id']} is missing"
            elif files[path]["sha256"] != revision["sha256"]:
                yield f"{path} is not the file that was verified for revision {revision['id']}"


def measured(stream: IO[bytes]) -> tuple[int, str]:
    """Bytes and SHA-256 of what is left of a stream."""
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return size, digest.hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(description="Is an archive in a folder whole and unaltered?")
    parser.add_argument("folder", type=Path, help="with manifest.json and every part")
    folder = parser.parse_args().folder
    found = 0
    for fault in verify(folder):
        found += 1
        print(fault)
    if found:
        print(f"{found} faults")
        return 1
    manifest = json.loads((folder / "manifest.json").read_bytes())
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(manifest["counts"].items()))
    print(f"whole and unaltered: {len(manifest['parts'])} parts as of {manifest['dataAsOf']}: {counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
