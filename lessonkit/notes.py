"""The notes of a document, aligned with the markers that call them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from lessonkit.layout import Layout
from lessonkit.sections import Places
from lessonkit.tables import table

_NOT_PRINTED = re.compile(
    r"\b(?:not|neither|none)\b[^.;]{0,40}\b(?:re)?printed\b"
    r"(?! (?:copy|page|text|version|volume))",
    re.IGNORECASE,
)


def notes_table(laid: Layout) -> pd.DataFrame:
    """Make the notes table of a document.

    Parameters
    ----------
    laid : Layout
        The document.

    Returns
    -------
    pandas.DataFrame
        Shape (notes, 10), in the order of the list.

    Examples
    --------
    >>> from lessonkit.layout import layout
    >>> laid = layout("Mr. Hay to Mr. Wu.\\n\\nI have your note.7\\n\\nJohn Hay\\n  1. Not printed.")
    >>> notes_table(laid)[["note", "marker", "text", "by", "printed"]]
       note marker          text      by  printed
    0     1      7  Not printed.  editor    False
    """
    return table("notes", note_rows(laid, Places(laid)))


def note_rows(laid: Layout, places: Places) -> Iterator[tuple]:
    """Yield the rows of the notes table.

    Parameters
    ----------
    laid : Layout
        The document.
    places : Places
        Where its offsets stand.

    Yields
    ------
    tuple
        In the order of the table's columns.

    Examples
    --------
    >>> from lessonkit.layout import layout
    >>> laid = layout("Mr. Hay to Mr. Wu.\\n\\nI have it.7\\n\\nJohn Hay\\n  1. Not printed.")
    >>> next(note_rows(laid, Places(laid)))[:4]
    (1, '7', 'Not printed.', 'editor')
    """
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
