"""Tables as CSV: no cell is a formula, and each is read back as it was, whatever program saved it."""

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
    """Return a table as CSV for any spreadsheet program: with a byte order mark, and no formulas.

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
    """Read a table that `to_csv` wrote and a spreadsheet program may have saved again, in its own way."""
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
