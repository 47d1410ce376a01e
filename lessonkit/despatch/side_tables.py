"""The claim cards: what other documents say of a claim of the despatch, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pandas as pd

from lessonkit.dates import FORMS, bounds
from lessonkit.despatch.csv_rows import rows_of_file
from lessonkit.despatch.files import folder_of
from lessonkit.despatch.schema import table
from lessonkit.errors import CardsError, SourceError

BUNDLED = "corroboration.csv"
CARD_COLUMNS = (
    "card", "claim", "event", "document", "link", "date", "informant", "paraphrase", "edtf",
    "confidence",
)  # fmt: skip
_MAY_BE_EMPTY = {"informant", "edtf"}


def load_cards(path: str | Path | None = None) -> pd.DataFrame:
    """Read claim cards: one row a card, which says what another document says of a claim.

    A card is no document: it is our paraphrase, and its link leads to the paper itself. Whether
    its informant is independent of the despatch's own is not on it: that is for the reader.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A CSV file with the columns of `CARD_COLUMNS`. Without one, the six cards of lesson 7.

    Returns
    -------
    pandas.DataFrame
        Shape (cards, 12), in the file's order. `date` is the day of the paper; `edtf`,
        `not_before` and `not_after` are the day of what it tells, as in the events table.

    Raises
    ------
    CardsError
        If the file cannot be read, a column is missing or unknown, or a row is wrong: a cell
        empty that may not be, a name given twice, a link that is none, a date that is no EDTF.

    Examples
    --------
    >>> cards = load_cards()
    >>> cards[cards["claim"] == "consulates"][["card", "document", "date", "edtf"]]
      card document        date            edtf
    0   K1     d155  1938-04-28  [..1938-04-25]
    1   K2     d468  1938-08-07      1938-08-06
    """
    path = folder_of("seeds") / BUNDLED if path is None else Path(path)
    return table("cards", list(_rows(path)))


def _rows(path: Path) -> Iterator[tuple]:
    seen: set[str] = set()
    for where, cells in rows_of_file(path, CARD_COLUMNS, CardsError, "cards", "card in row"):
        row = {column: cell or None for column, cell in cells.items()}
        _check(where, row, seen)
        _days(where, "date", row["date"])
        days = _days(where, "edtf", row["edtf"])
        yield (*(row[column] for column in CARD_COLUMNS[:-1]), *days, row["confidence"])


def _check(where: str, row: dict, seen: set[str]) -> None:
    for column, cell in row.items():
        if cell is None and column not in _MAY_BE_EMPTY:
            raise CardsError(f"{where}: {column}: expected a value, found an empty cell. Fill it.")
    if row["card"] in seen:
        raise CardsError(
            f"{where}: the card {row['card']} stands above already. Give it another name."
        )
    seen.add(row["card"])
    if not row["link"].startswith("https://"):
        raise CardsError(
            f"{where}: link: expected an address that begins with https://, found "
            f"“{row['link'][:80]}”. Copy it from the page of the document."
        )


def _days(where: str, column: str, edtf: str | None) -> tuple:
    if edtf is None:
        return None, None
    try:
        return bounds(edtf)
    except ValueError as error:
        raise CardsError(
            f"{where}: {column}: found “{edtf[:80]}” ({error}); expected a form such as {FORMS}."
        ) from None


PLACE_COLUMNS = {
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
    rows = [_place(*row) for row in rows_of_file(path, PLACE_COLUMNS, SourceError, "places")]
    return pd.DataFrame(rows, columns=[*PLACE_COLUMNS]).astype(PLACE_COLUMNS)


def _place(where: str, row: dict[str, str]) -> dict:
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
        tuple(_point(*point.split(",")) for point in line.split())
        for line in text.splitlines()
        if line and not line.startswith("#")
    )


def _point(longitude: str, latitude: str) -> tuple[float, float]:
    return float(longitude), float(latitude)
