"""The events that a program finds by rule: one for each date, with its sentence as the quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pandas as pd

from lessonkit.despatch.schema import table
from lessonkit.despatch.tables import DateRow
from lessonkit.layout import Layout, Sentences

if TYPE_CHECKING:
    from lessonkit.despatch.despatch import Despatch


_CERTAINTY = {
    "stated": "stated",
    "context": "inferred",
    "written": "inferred",
    "unresolved": "undated",
}


def find_events(despatch: Despatch) -> pd.DataFrame:
    """Find the events that a program can: one for each date, its sentence as the quote.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    pandas.DataFrame
        Shape (dates, 17), the columns of ``Despatch.events``, in the order of the text. What no
        rule knows is missing: what happened, who told it, how it is hedged, and where.

    Examples
    --------
    >>> import lessonkit
    >>> lessonkit.find_events(lessonkit.load()).loc[1, ["phrase", "edtf", "certainty"]].tolist()
    ['Aug. 10th', '1938-08-10', 'inferred']
    """
    return program_events(despatch.layout, despatch.dates)


def program_events(laid: Layout, dates: pd.DataFrame) -> pd.DataFrame:
    """Make the events table that a program can: one event a date, the sentence its quote.

    What no rule knows stays missing: what happened, who told it, how it is hedged, where.
    """
    return table(
        "events", event_rows(laid, map(DateRow._make, dates.itertuples(index=False, name=None)))
    )


def event_rows(laid: Layout, dates: Iterable[DateRow]) -> Iterator[tuple]:
    """Yield the rows of the events table that a program can make from those of the dates table."""
    sentences = Sentences(laid.reading)
    sentence = None
    for number, row in enumerate(dates, start=1):
        at, _ = laid.in_reading(row.start, row.end)
        around = sentences.around(at)
        if around != sentence:  # the events of one sentence share one string
            sentence = around
            start, end = laid.in_text(*around)
            quote = laid.text[start:end]
        impossible = not isinstance(row.edtf, str)
        yield (
            f"E{number:02}", None, row.phrase, None if impossible else row.edtf,
            row.not_before, row.not_after, "undated" if impossible else _CERTAINTY[row.basis],
            None, None, None, quote, None, row.section, row.page, "program",
            start, end,
        )  # fmt: skip
