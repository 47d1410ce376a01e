"""The marks that print left inside the words: page breaks, and what tells whose a note is."""

from __future__ import annotations

import re
from typing import NamedTuple

PAGE = re.compile(r"\[Page ([^\[\]\s]{1,12})\]")
_AUTHORS = re.compile(r"\[footnote in (?:the )?original", re.IGNORECASE)


class Mark(NamedTuple):
    """A page break or a note marker.

    Attributes
    ----------
    start, end : int
        Where it is in the text, end exclusive.
    value : str
        The page as printed, or the marker.

    Examples
    --------
    >>> page_breaks("in [Page 294] endeavors")[0].value
    '294'
    """

    start: int
    end: int
    value: str


def page_breaks(text: str) -> list[Mark]:
    """Find the page markers, such as ``[Page 294]``."""
    return [Mark(*match.span(), match[1]) for match in PAGE.finditer(text)]


def without(marks: list[Mark], text: str) -> str:
    """Return the text with spaces in place of the marks, every offset kept."""
    pieces, end = [], 0
    for mark in marks:
        pieces += [text[end : mark.start], " " * (mark.end - mark.start)]
        end = mark.end
    return "".join([*pieces, text[end:]])


def is_authors(note: str) -> bool:
    """Tell whether a note was the author's own, not the editors'.

    Parameters
    ----------
    note : str
        The note's text.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_authors("Moscow Pravda, September 5, 1938. [Footnote in the original.]")
    True
    >>> is_authors("Not printed.")
    False
    """
    return bool(_AUTHORS.search(note))
