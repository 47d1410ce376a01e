"""Finds a quotation in the reading, however it was typed: quotation marks, dashes and capitals
do not matter, words do."""

from __future__ import annotations

import re

_PLAIN = str.maketrans("“”„«»‘’‚`–—−\n\xa0", '"""""\'\'\'\'---  ')
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]+)[”\"»“]")
_LEFT_OUT = re.compile(r"\s*(?:\[?(?:\.\s?\.\s?\.|…)\]?)\s*")


def plain(text: str) -> str:
    """Return text of the same length with plain quotation marks, hyphens and small letters.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Of the same length, so that offsets stay.

    Examples
    --------
    >>> plain("the Embassy’s “despatch”")
    'the embassy\\'s "despatch"'
    """
    text = text.translate(_PLAIN)
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find(quotation: str, reading: str) -> list[tuple[int, int]]:
    """Find where a quotation stands in a reading.

    Parameters
    ----------
    quotation : str
        The quoted words; white space between them does not matter, nor a stop at the end.
    reading : str
        The reading of a document.

    Returns
    -------
    list of (int, int)
        Start and end of each place, in order; empty for a quotation of no words.

    Examples
    --------
    >>> find("an open  secret.", "that it is an open secret that")
    [(11, 25)]
    """
    words = " ".join(plain(quotation).split()).strip(" .,;:")
    if not words:
        return []
    return [match.span() for match in re.finditer(re.escape(words), plain(reading))]


def quotations(prose: str) -> list[str]:
    """Return what stands between quotation marks, in the order of the text.

    Parameters
    ----------
    prose : str
        What somebody wrote.

    Returns
    -------
    list of str

    Examples
    --------
    >>> quotations('Kirk calls it "an open secret" and “a minor incident”.')
    ['an open secret', 'a minor incident']
    """
    return [match[1].strip() for match in _QUOTED.finditer(prose)]


def occurs(quotation: str, reading: str) -> bool:
    """Tell whether a quotation occurs, the parts between its dots in their order.

    Parameters
    ----------
    quotation : str
        The quoted words; three dots stand for words left out.
    reading : str
        The reading of a document.

    Returns
    -------
    bool

    Examples
    --------
    >>> occurs("I have the honor ... subsequent developments", "I have the honor to inform the "
    ...        "Department of subsequent developments")
    True
    """
    end, parts = 0, [part for part in _LEFT_OUT.split(quotation) if part.strip(" .,;:")]
    for part in parts:
        later = [place for place in find(part, reading) if place[0] >= end]
        if not later:
            return False
        end = later[0][1]
    return bool(parts)
