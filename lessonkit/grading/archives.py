"""Zip files, read in memory and within bounds: nothing is unpacked, and no bomb goes off."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from contextlib import ExitStack
from zipfile import ZipFile, ZipInfo

from lessonkit.grading.notebooks import LARGEST

MOST = 20_000  # entries of a zip file
GROWTH, SPARE = 60, 100_000_000  # an archive may open to 60 times its size, and 100 MB more


class BadArchiveError(Exception):
    """A zip file, or an entry of one, cannot be read; its message is a sentence."""


class Archives:
    """Zip files that stay open while several of their entries are read; a context manager."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, tuple[int, ...]], ZipFile] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Archives:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def open(self, path: str, chain: tuple[int, ...]) -> ZipFile:
        """Open a zip file on the disk, or one inside it: `chain` says which entry of which entry."""
        if (path, chain) not in self._open:
            file = io.BytesIO(self.read(path, chain)) if chain else path
            try:
                self._open[path, chain] = self._stack.enter_context(ZipFile(file))
            except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
                raise BadArchiveError(
                    f"It cannot be opened as a zip file ({said(error)})."
                ) from None
        return self._open[path, chain]

    def read(self, path: str, members: tuple[int, ...]) -> bytes:
        """Read an entry of a zip file, or of a zip file inside it, up to the size that is allowed."""
        archive = self.open(path, members[:-1])
        try:
            with archive.open(archive.infolist()[members[-1]]) as entry:
                data = entry.read(LARGEST + 1)
        except (OSError, ValueError, EOFError, RuntimeError, NotImplementedError, IndexError,
                zipfile.BadZipFile, zlib.error) as error:  # fmt: skip
            raise BadArchiveError(f"It cannot be read in its zip file ({said(error)}).") from None
        if len(data) > LARGEST:
            raise BadArchiveError(f"It has more than {LARGEST / 1e6:.0f} MB; no more is read.")
        return data


def contents(archive: ZipFile, left: int | None) -> tuple[list[tuple[int, ZipInfo]], int]:
    """Return the visible files of an open zip file, each with its index, and how many bytes are left.

    `left` is how many bytes its entries may open to; None for a file on the disk, whose own size
    decides.
    """
    entries = archive.infolist()
    if left is None:
        left = GROWTH * os.stat(archive.filename or "").st_size + SPARE
    left -= sum(entry.file_size for entry in entries)
    if len(entries) > MOST or left < 0:
        raise BadArchiveError(
            f"It would open to {len(entries):,} files of "
            f"{sum(entry.file_size for entry in entries) / 1e6:,.0f} MB: more than a class hands "
            "in. Nothing in it is read; unpack by hand what you trust."
        )
    return [(i, entry) for i, entry in enumerate(entries) if _is_seen(entry)], left


def _is_seen(entry: ZipInfo) -> bool:
    parts = entry.filename.replace("\\", "/").split("/")
    return not entry.is_dir() and not any(
        part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in parts
    )


def said(error: Exception) -> str:
    """Return what an error says, on one line."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(text).split())[:120]
