"""Rows of events that a reader writes in a notebook: checked as a file of events is, and kept."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from lessonkit import source
from lessonkit.annotations import COLUMNS, events_csv, read_events
from lessonkit.errors import EventsError
from lessonkit.files import write
from lessonkit.layout import Layout

_NAME = "your rows"


def read_rows(rows: Iterable[dict], laid: Layout) -> pd.DataFrame:
    """Check rows that a reader wrote, and make them a table of events.

    Parameters
    ----------
    rows : iterable of dict
        Column to value. A column that is left out is empty; ``event`` becomes M1 and on. A row
        that still holds a ``...`` is not finished: it is passed over.
    laid : Layout
        The document that they are about.

    Returns
    -------
    pandas.DataFrame
        Shape (finished rows, 17); `found_by` is ``editor``.

    Raises
    ------
    EventsError
        If a row is wrong, as with `read_events`: every row with a problem is named.

    Examples
    --------
    >>> from lessonkit.layout import layout
    >>> one = {"what": "arrival", "edtf": "1901", "certainty": "stated", "quote": "In 1901 I came"}
    >>> read_rows([one, {"what": ...}], layout("In 1901 I came. He left."))["event"].tolist()
    ['M1']
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, row in enumerate(rows, start=1):
        _check_columns(number, row)
        finished = not any(cell is ... for cell in row.values())
        cells = {"event": f"M{number}"} | row if finished else {}
        writer.writerow([_cell(cells.get(column)) for column in COLUMNS])
    try:
        return read_events(_NAME, table.getvalue(), laid, in_file=False)
    except EventsError as error:  # in a notebook there is no file with lines, but a first row
        said = re.sub(r"\bline (\d+)", lambda line: f"row {int(line[1]) - 1}", str(error))
        raise EventsError(said) from None


def keep_rows(path: str | Path | None, laid: Layout, events: pd.DataFrame) -> str:
    """Write a table of events into the file beside its text, and never over one that is there.

    Parameters
    ----------
    path : str, pathlib.Path or None
        The text's file, such as ``mine.txt``. None, the bundled despatch, keeps nothing: its
        rows would be taken for those of a text that comes later.
    laid : Layout
        The text that the table is about.
    events : pandas.DataFrame
        The table.

    Returns
    -------
    str
        What was done, as a sentence.

    Raises
    ------
    SourceError
        If the text's file cannot be read.

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> keep_rows(None, despatch.layout, despatch.events)
    'Nothing is kept: you read the bundled text, which has its table. Your own text comes first.'
    """
    if path is None:
        return (
            "Nothing is kept: you read the bundled text, which has its table. Your own text comes "
            "first."
        )
    path = Path(path)
    file = path.with_suffix(".events.csv")
    if source.read_text(path) != laid.text:
        return f"Nothing is kept: {path.name} has changed since it was loaded. Load it again first."
    if not write(file, events_csv(laid, events), replace=False):
        return (
            f"{file.name} is there already and stays as it is. Rename it to keep these rows, too."
        )
    return f"Kept in {file.name}: {len(events)} row{'' if len(events) == 1 else 's'}."


def _check_columns(number: int, row: dict) -> None:
    unknown = [str(column) for column in row if column not in COLUMNS]
    if unknown:
        raise EventsError(
            f"{_NAME}, row {number}: expected some of the columns {', '.join(COLUMNS)}; found "
            f"{', '.join(unknown)}. Mend the word before the colon."
        )


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
