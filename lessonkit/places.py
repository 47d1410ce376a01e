"""The places that the despatch names: then and now, and how sure their identity and position are.

The coordinates are ours and modern; the despatch has none.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

import pandas as pd

from lessonkit.errors import SourceError
from lessonkit.source import folder_of

COLUMNS = {
    "place": "str", "today": "str", "latitude": "float64", "longitude": "float64",
    "identity": "str", "position": "str", "note": "str", "source": "str",
}  # fmt: skip
_SURENESS = {"identity": ("sure", "uncertain"), "position": ("sure", "near", "uncertain")}
_LIMITS = {"latitude": 90, "longitude": 180}


def places(path: str | Path | None = None) -> pd.DataFrame:
    """Read the table of places, every row checked.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A CSV file with the same columns. Without one, the places of the bundled despatch.

    Returns
    -------
    pandas.DataFrame
        Shape (places, 8): `place` (as the despatch calls it), `today`, `latitude`, `longitude`
        (degrees, south and west negative), `identity` (which place is meant: sure or uncertain),
        `position` (sure, near: of something beside it or a part of it, or uncertain), `note`,
        `source`.

    Raises
    ------
    SourceError
        If the file cannot be read, lacks a column, or has a row that is wrong.

    Examples
    --------
    >>> table = places()
    >>> table.loc[table["identity"] == "uncertain", "place"].tolist()
    ['Ushige']
    """
    path = folder_of("seeds") / "places.csv" if path is None else Path(path)
    try:
        lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            f"{path.name}: expected a table of places in CSV, UTF-8; it cannot be read ({error}). "
            "Check its name, or save it again."
        ) from None
    header = lines[0] if lines else []
    if sorted(header) != sorted(COLUMNS):
        raise SourceError(
            f"{path.name}, line 1: expected the columns {', '.join(COLUMNS)}; found "
            f"{', '.join(header) or 'none'}. Mend the first line."
        )
    rows = [
        _row(f"{path.name}, line {number}", header, cells)
        for number, cells in enumerate(lines[1:], start=2)
        if cells
    ]
    return pd.DataFrame(rows, columns=[*COLUMNS]).astype(COLUMNS)


def _row(where: str, header: list[str], cells: list[str]) -> dict:
    if len(cells) != len(header):
        raise SourceError(
            f"{where}: expected {len(header)} cells, found {len(cells)}. A cell with a comma in "
            "it needs quotation marks around it."
        )
    row = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    if not row["place"]:
        raise SourceError(f"{where}: expected the name of a place, found an empty cell. Give it.")
    for column, words in _SURENESS.items():
        if row[column] not in words:
            raise SourceError(
                f"{where}: {column}: expected one of {', '.join(words)}, found “{row[column]}”. "
                "Choose one of them."
            )
    return row | {column: _degrees(where, column, row[column]) for column in _LIMITS}


def _degrees(where: str, column: str, cell: str) -> float:
    try:
        degrees = float(cell)
    except ValueError:
        degrees = float("nan")
    if not abs(degrees) <= _LIMITS[column]:
        raise SourceError(
            f"{where}: {column}: expected degrees between -{_LIMITS[column]} and "
            f"{_LIMITS[column]}, such as 48.5, found “{cell}”. South and west are negative."
        )
    return degrees


@cache
def coastline() -> tuple[tuple[tuple[float, float], ...], ...]:
    """Read the bundled coastlines: Natural Earth's, in the public domain, clipped to the region.

    Returns
    -------
    tuple of tuple of (float, float)
        For each piece of land its outline, longitude and latitude in degrees.

    Examples
    --------
    >>> len(coastline())
    94
    """
    text = (folder_of("seeds") / "coastline.txt").read_text(encoding="utf-8")
    return tuple(
        tuple(tuple(float(part) for part in point.split(",")) for point in line.split())
        for line in text.splitlines()
        if line and not line.startswith("#")
    )
