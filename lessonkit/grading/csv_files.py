"""Tables as CSV: no cell is a formula, every cell is on paper what it was, whatever wrote it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from lessonkit.errors import GradingError
from lessonkit.publish import printable

# what table programs take for a formula at the start of a cell, also in full width
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def to_csv(columns: list[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table as CSV for any table program.

    Parameters
    ----------
    columns : list of str
        The first line.
    rows : iterable of iterable
        Text and numbers; None is an empty cell.

    Returns
    -------
    str
        With a byte order mark, so that spreadsheets see UTF-8. A cell that would be a formula has
        an apostrophe before it.

    Examples
    --------
    >>> to_csv(["student", "points"], [["=1+1", 2.5], ["Ada, Mary", None]]).splitlines()
    ['\\ufeffstudent,points', "'=1+1,2.5", '"Ada, Mary",']
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + file.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:g}"
    text = printable(str(value).replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def read_csv(path: Path, columns: list[str]) -> list[dict[str, str]]:
    """Read a table that `to_csv` wrote and a table program may have saved anew.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    columns : list of str
        Those it must have.

    Returns
    -------
    list of dict
        Column to cell; nothing if there is no such file. Semicolons and tabs are read as well as
        commas, and the old encoding of Windows as well as UTF-8.

    Raises
    ------
    GradingError
        If it is not such a table.
    """
    if not path.exists():
        return []
    try:
        text = _decoded(path.read_bytes())
        parted_by = max(",;\t", key=text.partition("\n")[0].count)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True))
    except (OSError, csv.Error) as error:
        raise GradingError(
            f"{path}: expected a table as CSV, found something else ({error}). Mend it, or rename "
            "it to begin anew: nothing was written."
        ) from None
    found = list(rows[0]) if rows else text.split("\n")[0].strip().split(parted_by)
    if missing := [name for name in columns if name not in found]:
        raise GradingError(
            f"{path}, line 1: expected the columns {', '.join(columns)}; missing: "
            f"{', '.join(missing)}. Mend it, or rename it to begin anew: nothing was written."
        )
    return [{name: _plain(row.get(name)) for name in columns} for row in rows]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _plain(cell: str | None) -> str:
    """Take off the apostrophe that keeps a cell from being a formula."""
    cell = cell or ""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(_FORMULA) else cell
