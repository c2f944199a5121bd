"""Byte strings looked for in files as they come by."""


class Needle:
    """Finds `wanted` wherever it begins, also across the seams of chunks. Keeps less of the file than `wanted` is long."""

    def __init__(self, wanted: bytes) -> None:
        self.found = False
        self._wanted = wanted
        self._rest = b""

    def look(self, chunk: bytes) -> None:
        seam = self._rest + chunk[: len(self._wanted)]
        self.found = self.found or self._wanted in seam or self._wanted in chunk
        self._rest = (self._rest + chunk[-len(self._wanted) :])[1 - len(self._wanted) :]
