"""Finds the hand-ins below a folder, in zip files too, without unpacking any of them."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipInfo

from lessonkit.errors import GradingError
from lessonkit.grading.archives import Archives, BadArchiveError, contents
from lessonkit.grading.model import Problem, clean
from lessonkit.grading.notebooks import LARGEST

DEEPEST = 2  # zip files within zip files: the school's, and a student's inside it
_UNSEEN = {"__MACOSX", ".ipynb_checkpoints"}  # what systems and Jupyter leave beside one's files


class Found(NamedTuple):
    """Where a hand-in is."""

    name: str  # its path below the folder, joined with "/"; a zip file is one of its parts
    path: str  # of the file on the disk
    members: tuple[int, ...]  # which entry of the zip file, and of the zip file inside it
    time: str  # of its last change, in ISO 8601 without a zone, as clocks showed it there


def collect(folder: Path, apart_from: Path | None = None) -> tuple[list[Found], list[Problem]]:
    """Find the notebooks below a folder or in a zip file, and list each file that is not read."""
    if not folder.exists():
        raise GradingError(
            f"{folder}: expected a folder of hand-ins, or a zip file of them; there is none. "
            "Name the folder that you saved them in."
        )
    found: list[Found] = []
    problems: list[Problem] = []
    files = _files(folder, apart_from) if folder.is_dir() else [(folder.name, folder)]
    for name, path in files:
        _sort(name, path, found, problems)
    return sorted(found), sorted(problems)


def _files(folder: Path, apart_from: Path | None) -> Iterator[tuple[str, Path]]:
    """Yield the files below a folder, whatever they are; hidden ones are passed over."""
    skipped = apart_from.resolve() if apart_from else None
    for here, folders, files in os.walk(folder):
        below = Path(here)
        for name in [*folders]:
            path = below / name
            if path.is_symlink() or not _is_seen(name) or path.resolve() == skipped:
                folders.remove(name)
                files += [name] if path.is_symlink() else []
        for name in filter(_is_seen, files):
            yield "/".join((below / name).relative_to(folder).parts), below / name


def _is_seen(name: str) -> bool:
    return not name.startswith(".") and name not in _UNSEEN


def _sort(name: str, path: Path, found: list[Found], problems: list[Problem]) -> None:
    """Put a file among those to be read, or say why it is not."""
    try:
        state = path.lstat()
    except OSError as error:
        problems.append(
            Problem(clean(name), "", "not read", f"It cannot be opened ({error.strerror}).")
        )
        return  # fmt: skip
    when = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(state.st_mtime))
    if name.lower().endswith(".zip") and stat.S_ISREG(state.st_mode):
        _sort_archive(name, path, found, problems)
    elif reason := _reason(name, state.st_mode, state.st_size):
        problems.append(Problem(clean(name), "", *reason))
    else:
        found.append(Found(clean(name), str(path), (), when))


def _reason(name: str, mode: int, size: int) -> tuple[str, str] | None:
    """Say why a file is not read, in two words and in a sentence."""
    if stat.S_ISLNK(mode):
        return "a link", "It points to another place and is not followed. Ask for the file itself."
    if mode and not stat.S_ISREG(mode):
        return "no file", "It is no ordinary file and is not opened."
    if not name.lower().endswith((".ipynb", ".ipynb.txt", ".ipynb.json")):
        return "no notebook", "Only notebooks (.ipynb) and zip files of them are read."
    if size > LARGEST:
        return "too large", (
            f"It has {size / 1e6:,.0f} MB; over {LARGEST / 1e6:.0f} MB nothing is read. In "
            "JupyterLab, Edit > Clear Outputs of All Cells, run the checks again and save."
        )  # fmt: skip
    return None


def _sort_archive(name: str, path: Path, found: list[Found], problems: list[Problem]) -> None:
    """Sort the entries of a zip file, and of the zip files in it."""
    waiting: list[tuple[str, tuple[int, ...]]] = [(name, ())]
    left = None
    with Archives() as archives:
        while waiting:
            shown, chain = waiting.pop()
            try:
                archive = archives.open(str(path), chain)
                entries, left = contents(archive, left)
            except BadArchiveError as error:
                problems.append(Problem(clean(shown), "", "not read", str(error)))
                continue
            for place, entry in entries:
                inside = f"{shown}/{entry.filename}"
                if reason := _reason_inside(entry, len(chain) + 1):
                    problems.append(Problem(clean(inside), "", *reason))
                elif entry.filename.lower().endswith(".zip"):
                    waiting.append((inside, (*chain, place)))
                else:
                    when = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*entry.date_time)
                    found.append(Found(clean(inside), str(path), (*chain, place), when))


def _reason_inside(entry: ZipInfo, depth: int) -> tuple[str, str] | None:
    """Say why an entry of a zip file is not read."""
    parts = entry.filename.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or ":" in parts[0]:
        return "outside", "Its name in the zip file leads out of the folder. It is not read."
    if entry.flag_bits & 1:
        return "locked", "It is protected by a password. Ask for it without one."
    if entry.filename.lower().endswith(".zip"):
        if depth >= DEEPEST:
            return "zip in zip", "It lies more than two zip files deep and is not opened."
        mode = entry.external_attr >> 16
        return _reason("x.ipynb", mode if stat.S_IFMT(mode) else 0, entry.file_size)
    mode = entry.external_attr >> 16
    return _reason(entry.filename, mode if stat.S_IFMT(mode) else 0, entry.file_size)
