"""Rows of events that a reader writes in a notebook, checked as a file of events is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

import pandas as pd

from lessonkit.annotations import COLUMNS, read_events
from lessonkit.errors import EventsError
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
        return read_events(_NAME, table.getvalue(), laid)
    except EventsError as error:  # in a notebook there is no file with lines, but a first row
        said = re.sub(r"\bline (\d+)", lambda line: f"row {int(line[1]) - 1}", str(error))
        raise EventsError(said) from None


def _check_columns(number: int, row: dict) -> None:
    unknown = [str(column) for column in row if column not in COLUMNS]
    if unknown:
        raise EventsError(
            f"{_NAME}, row {number}: expected some of the columns {', '.join(COLUMNS)}; found "
            f"{', '.join(unknown)}. Mend the word before the colon."
        )


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
