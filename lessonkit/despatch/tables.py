"""The tables of a document: sections, dates, notes; each row leads back to the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from lessonkit.dates import as_date, find
from lessonkit.despatch.schema import table
from lessonkit.errors import SourceError
from lessonkit.layout import Layout, Place, Places, Section, lay_out, sections_of

_NOT_PRINTED = re.compile(
    r"\b(?:not|neither|none)\b[^.;]{0,40}\b(?:re)?printed\b"
    r"(?! (?:copy|page|text|version|volume))",
    re.IGNORECASE,
)


class DateRow(NamedTuple):
    """A row of the dates table."""

    phrase: str
    edtf: str | None
    not_before: date | None
    not_after: date | None
    basis: str
    where: str
    section: int | None
    page: int | None
    start: int
    end: int


def find_dates(text: str, written: str | date | None = None) -> pd.DataFrame:
    """Find the dates of any text.

    Parameters
    ----------
    text : str
        Any text; a document's layout is used, a fragment's is plain.
    written : str, datetime.date or datetime.datetime, optional
        The document's own date, ``"YYYY-MM-DD"``.

    Returns
    -------
    pandas.DataFrame
        Shape (dates, 10), the columns of ``Despatch.dates``; in the order of the text.

    Raises
    ------
    DateError
        If `written` is no date.

    Examples
    --------
    >>> find_dates("On July 14, 1938, not on the 24th of August")[["phrase", "edtf", "basis"]]
               phrase        edtf    basis
    0   July 14, 1938  1938-07-14   stated
    1  24th of August  1938-08-24  context
    """
    if not isinstance(text, str):
        raise SourceError(
            f"find_dates: expected a text, found {type(text).__name__}. Give the words themselves, "
            "such as despatch.text."
        )
    return dates_table(lay_out(text), as_date(written))


def dates_table(laid: Layout, written: date | None) -> pd.DataFrame:
    """Make the dates table of a document that is laid out."""
    return table("dates", date_rows(laid, written, Places(laid)))


def date_rows(laid: Layout, written: date | None, places: Places) -> Iterator[DateRow]:
    """Yield the rows of the dates table, in the order of its columns."""
    stood: dict[int, Place] = {}

    def where(at: int) -> str:
        place = stood[at] = places.of(laid.in_text(at, at + 1)[0])
        return place.where

    for one in find(laid.reading, written, where):
        start, end = laid.in_text(one.start, one.end)
        yield DateRow(laid.text[start:end], *one[3:], *stood[one.start], start, end)


def notes_table(laid: Layout) -> pd.DataFrame:
    """Make the notes table of a document."""
    return table("notes", note_rows(laid, Places(laid)))


def note_rows(laid: Layout, places: Places) -> Iterator[tuple]:
    """Yield the rows of the notes table."""
    called = zip(laid.notes, laid.called_by, laid.by_author, strict=True)
    for number, (note, marker, own) in enumerate(called, start=1):
        start = note.start + note.label
        text = laid.text[start : note.end]
        place = places.of(start)
        yield (
            number,
            marker and marker.value,
            text,
            "author" if own else "editor",
            False if _NOT_PRINTED.search(text) else None,
            place.section,
            place.page,
            marker and marker.start,
            start,
            note.end,
        )


def sections_table(laid: Layout) -> pd.DataFrame:
    """Make the sections table of a document."""
    return table("sections", section_rows(laid, sections_of(laid)))


def section_rows(laid: Layout, sections: list[Section]) -> Iterator[tuple]:
    """Yield the rows of the sections table."""
    for section in sections:
        first, last = laid.page_at(section.start), laid.page_at(section.end)
        text = laid.text[section.start : section.end]
        yield (*section[:5], first, last, text, section.start, section.end)
