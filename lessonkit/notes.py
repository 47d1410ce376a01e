"""The notes of a document, aligned with the markers that call them."""

from __future__ import annotations

import re

import pandas as pd

from lessonkit.layout import Layout
from lessonkit.marks import is_authors
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
    places = Places(laid)
    rows = []
    for number, (note, marker) in enumerate(zip(laid.notes, laid.called_by, strict=True), start=1):
        start = note.start + note.label
        text = laid.text[start : note.end]
        place = places.of(start)
        rows.append(
            (
                number,
                marker and marker.value,
                text,
                "author" if is_authors(text) else "editor",
                False if _NOT_PRINTED.search(text) else None,
                place.section,
                place.page,
                marker and marker.start,
                start,
                note.end,
            )
        )
    return table("notes", rows)
