"""A word in its places: each occurrence with what stands before and after it (a concordance)."""

from __future__ import annotations

import re

import pandas as pd

from lessonkit.despatch.despatch import Despatch


def in_context(despatch: Despatch, word: str, width: int = 34) -> pd.DataFrame:
    """List where letters occur in a document, each in its place.

    Parameters
    ----------
    despatch : Despatch
        The document.
    word : str
        The letters to look for, as they stand, part of a longer word or not.
    width : int
        How many characters to show on either side, at most: it is cut at spaces.

    Returns
    -------
    pandas.DataFrame
        Shape (occurrences, 3) in the order of the text: section (Int64, NA outside of sections),
        before, word_and_after (str, from the reading).

    Raises
    ------
    ValueError
        If there are no letters to look for.

    Examples
    --------
    >>> import lessonkit
    >>> places = in_context(lessonkit.load(), "report")
    >>> places["section"].tolist(), places["word_and_after"][0]
    ([2, 3, 6, 8, 8], 'reported to the Department in separate')
    """
    if not word.strip():
        raise ValueError("in_context: expected letters to look for, found none.")
    reading = despatch.reading.replace("\n", " ")
    rows = []
    for match in re.finditer(re.escape(word), reading):
        start, end = match.span()
        at, _ = despatch.layout.in_text(start, end)
        rows.append(
            (
                _section_at(despatch.sections, at),
                reading[_from(reading, start - width) : start],
                reading[start : _to(reading, end + width)],
            )
        )
    columns = {"section": "Int64", "before": "str", "word_and_after": "str"}
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def _from(reading: str, place: int) -> int:
    """Return where the next whole word begins."""
    return 0 if place <= 0 else reading.find(" ", place - 1) + 1


def _to(reading: str, place: int) -> int:
    """Return where the last whole word ends."""
    return place if place >= len(reading) else reading.rfind(" ", 0, place + 1)


def _section_at(sections: pd.DataFrame, offset: int) -> int | None:
    inside = sections[(sections["start"] <= offset) & (offset < sections["end"])]
    return int(inside["section"].iloc[0]) if len(inside) else None
