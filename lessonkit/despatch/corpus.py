"""Reads many documents into one set of tables, here or on any executor; loses none silently."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lessonkit.despatch.despatch import Despatch
from lessonkit.despatch.events import event_rows
from lessonkit.despatch.files import path_of
from lessonkit.despatch.loading import from_division, is_volume, load
from lessonkit.despatch.schema import table
from lessonkit.despatch.tables import date_rows, note_rows, section_rows
from lessonkit.errors import LessonkitError
from lessonkit.layout import Places, sections_of

_TABLES = ("sections", "dates", "notes", "events")
_WAITING = 64  # documents that wait on an executor at a time, so that a volume never is in memory
_TOLD = 25  # documents between two lines of progress

Rows = dict[str, list[tuple]]


@dataclass(frozen=True)
class Many:
    """The tables of many documents, each with a column ``document`` before its own.

    Attributes
    ----------
    sections, dates, notes, events : pandas.DataFrame
        As those of one document, in the order of the documents.
    problems : pandas.DataFrame
        What could not be read: document, path, problem.

    Examples
    --------
    >>> load_all(["nowhere.txt"]).problems["document"].tolist()
    ['nowhere']
    """

    sections: pd.DataFrame
    dates: pd.DataFrame
    notes: pd.DataFrame
    events: pd.DataFrame
    problems: pd.DataFrame


def load_all(paths: str | Path | Iterable[str | Path], executor: Executor | None = None) -> Many:
    """Read many documents into one set of tables.

    Parameters
    ----------
    paths : str, pathlib.Path or iterable of them
        Plain text files, named in the column ``document`` by the file's name without its ending;
        volumes in TEI, whose documents are named by volume and document
        (``frus1938v03-d283``); folders, of which every text file and volume is read.
    executor : concurrent.futures.Executor, optional
        Where the documents are read; here, one after the other, without one. It may be a pool of
        threads or processes, or another machine's that sees the same files.

    Returns
    -------
    Many

    Notes
    -----
    Beside the tables themselves, memory holds a document at a time, on an executor 64 of them.
    A document that cannot be read is a row of ``problems``, and ends nothing.

    Examples
    --------
    >>> from lessonkit.despatch.files import BUNDLED, folder_of
    >>> many = load_all([folder_of("seeds") / BUNDLED, "nowhere.txt"])
    >>> many.notes["document"].unique().tolist(), many.problems["document"].tolist()
    (['frus1938v03-d283'], ['nowhere'])
    """
    rows: Rows = {name: [] for name in (*_TABLES, "problems")}
    for number, read in enumerate(_read(_files(paths), executor), start=1):
        for name, more in read.items():
            rows[name] += more
        _tell(number)
    _tell(0)
    tables = {name: table(name, rows.pop(name), before=("document",)) for name in _TABLES}
    return Many(**tables, problems=table("problems", rows["problems"]))


def _files(paths: str | Path | Iterable[str | Path]) -> Iterator[str | Path]:
    for path in [paths] if isinstance(paths, str | Path) else paths:
        folder = Path(path) if isinstance(path, str | Path) else None
        if folder is not None and folder.is_dir():
            inside = sorted(folder.iterdir())
            yield from (file for file in inside if file.suffix == ".txt" or is_volume(file))
        else:
            yield path


def _read(paths: Iterator[str | Path], executor: Executor | None) -> Iterator[Rows]:
    """Yield the rows of each document in turn; on an executor, a few are under way at a time."""
    waiting: deque[Future] = deque()
    for task, *given in _tasks(paths, executor is not None):
        if executor is None:
            yield task(*given)
            continue
        waiting.append(executor.submit(task, *given))
        if len(waiting) >= _WAITING:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _tasks(paths: Iterator[str | Path], packed: bool) -> Iterator[tuple]:
    """Yield a function and what it is given for each document."""
    for path in paths:
        if isinstance(path, str | Path) and is_volume(path):
            yield from _volume(path, packed)
        else:
            yield _of_text, path


def _volume(path: str | Path, packed: bool) -> Iterator[tuple]:
    from lessonkit.tei import divisions, pack

    try:
        for division in divisions(path_of(path)):
            yield _of_division, str(path), pack(division) if packed else division
    except LessonkitError as error:
        yield _of_error, Path(path).stem, str(path), str(error)


def _of_text(path: str | Path) -> Rows:
    name = Path(path).stem if isinstance(path, str | Path) else str(path)[:80]
    try:
        return _rows(name, load(path_of(path)))
    except LessonkitError as error:
        return _of_error(name, str(path), str(error))


def _of_division(path: str, division) -> Rows:
    from lessonkit.tei import unpack

    name = f"{division.volume}-{division.name}"
    try:
        return _rows(name, from_division(unpack(division)))
    except LessonkitError as error:
        return _of_error(name, path, str(error))


def _of_error(name: str, path: str, problem: str) -> Rows:
    return {"problems": [(name, path, problem)]}


def _rows(name: str, despatch: Despatch) -> Rows:
    """Return the rows of a document's tables; a table of pandas each would take most of the time."""
    laid = despatch.layout
    places = Places(laid)
    dates = list(date_rows(laid, despatch.written, places))
    rows = {
        "sections": section_rows(laid, sections_of(laid)),
        "dates": dates,
        "notes": note_rows(laid, places),
    }
    if despatch.annotations is None:
        rows["events"] = event_rows(laid, dates)
    else:
        frame = despatch.events.astype(object)
        rows["events"] = frame.where(frame.notna(), None).itertuples(index=False, name=None)
    return {kind: [(name, *row) for row in rows[kind]] for kind in _TABLES}


def _tell(number: int) -> None:
    """Say on a terminal how many documents were read; elsewhere nothing. 0 ends the line."""
    if not sys.stderr.isatty() or number % _TOLD:
        return
    sys.stderr.write(f"\r{number} documents read" if number else "\r\033[K")
    sys.stderr.flush()
