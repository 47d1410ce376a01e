"""The events that a program finds by rule: one for each date, with its sentence as the quote."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import pandas as pd

from lessonkit.layout import Layout
from lessonkit.tables import table

CERTAINTIES = ("stated", "inferred", "bounded", "undated")
_CERTAINTY = {
    "stated": "stated",
    "context": "inferred",
    "written": "inferred",
    "unresolved": "undated",
}

# a stop, question or exclamation mark with closing marks, then a capital, a digit or a quotation
_STOP = re.compile(r"[.!?][”’\"')\]]*(?= [“‘\"(\[]*[A-Z0-9À-Þ])|\n|$")
_NO_STOP = re.compile(  # what ends in a point without ending a sentence
    r"(?:\b(?:nos?|mrs?|messrs|mme|mlle|dr|st|gen|lieut|lt|maj|col|capt|comdr|brig|adm|prof|rev|gov|"
    r"hon|dept|co|inc|ltd|etc|pp?|vol|art|sec|cf|viz|ff|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|"
    r"dec)|\b[a-z]|(?:^|\n)\d{1,3})\.$",
    re.IGNORECASE,
)


def program_events(laid: Layout, dates: pd.DataFrame) -> pd.DataFrame:
    """Make the events table that a program can: one event a date, the sentence its quote.

    What no rule knows stays missing: what happened, who told it, how it is hedged, where.

    Parameters
    ----------
    laid : Layout
        The document.
    dates : pandas.DataFrame
        Its dates table.

    Returns
    -------
    pandas.DataFrame
        Shape (dates, 17), in the text's order.

    Examples
    --------
    >>> from lessonkit.dates import dates_table
    >>> from lessonkit.layout import layout
    >>> laid = layout("He left. Mr. Wu came on May 3, 1901. He sat.")
    >>> program_events(laid, dates_table(laid, None))[["event", "edtf", "quote"]]
      event        edtf                        quote
    0   E01  1901-05-03  Mr. Wu came on May 3, 1901.
    """
    return table("events", event_rows(laid, dates.itertuples()))


def event_rows(laid: Layout, dates: Iterable) -> Iterator[tuple]:
    """Yield the rows of the events table that a program can make.

    Parameters
    ----------
    laid : Layout
        The document.
    dates : iterable
        The rows of its dates table, with the columns as attributes.

    Yields
    ------
    tuple
        In the order of the table's columns.

    Examples
    --------
    >>> from lessonkit.dates import find_dates
    >>> from lessonkit.layout import layout
    >>> dates = find_dates("I came on May 3, 1901.").itertuples()
    >>> next(event_rows(layout("I came on May 3, 1901."), dates))[:4]
    ('E01', None, 'May 3, 1901', '1901-05-03')
    """
    spans = sentences(laid.reading)
    starts = [start for start, _ in spans]
    for number, row in enumerate(dates, start=1):
        at, _ = laid.in_reading(row.start, row.end)
        start, end = laid.in_text(*spans[bisect_right(starts, at) - 1])
        impossible = pd.isna(row.edtf)
        yield (
            f"E{number:02}", None, row.phrase, None if impossible else row.edtf,
            row.not_before, row.not_after, "undated" if impossible else _CERTAINTY[row.basis],
            None, None, None, laid.text[start:end], None, row.section, row.page, "program",
            start, end,
        )  # fmt: skip


def sentences(reading: str) -> list[tuple[int, int]]:
    """Find the sentences of a reading.

    Parameters
    ----------
    reading : str
        The reading of a document; the end of a block ends a sentence, too.

    Returns
    -------
    list of (int, int)
        Start and end of each, without the white space between them.

    Examples
    --------
    >>> sentences("Mr. A. C. Kirk saw No. 7. It rained.")
    [(0, 25), (26, 36)]
    """
    spans, start = [], 0
    for match in _STOP.finditer(reading):
        before = max(match.start() - 8, 0)
        if match[0].strip() and _NO_STOP.search(reading, before, match.start() + 1):
            continue
        end = match.end() - (match[0] == "\n")
        if end > start:
            spans.append((start, end))
        start = end + 1
    return spans
