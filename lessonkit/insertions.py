"""What stands in a text and has a date of its own: a quotation, an enclosure, a letter or telegram."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from lessonkit.surroundings import is_message, same_sentence

_DATELINE_BEFORE = re.compile(
    r"(?:No\. ?\d{1,5}[.\]]* )?[\[“]?"
    r"(?:[A-Z][\w.’&-]*,?\]?,?[ —–-]+|(?:de|la|of|the|du|del|and|for|at|in|y) )*[\[“]?$"
)
_DATELINE_AFTER = re.compile(
    r"(?:[,.]?[ —–-]+(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\. ?m|noon|midnight))?[\].]*\d{0,3}(?=\n|$| [\[(]?Received\b)"
)
_SIGNATURE = re.compile(r"\n[A-ZÀ-Þ][\w.’-]*(?: [A-ZÀ-Þ][\w.’-]*){0,3}(?=\n|$)")
_LETTER = 6000  # characters of a letter that stands in a text, at the most
_ENCLOSURE = re.compile(r"nclosure\b[^\n]{0,80}$", re.M)
_BEFORE_ENCLOSURE = re.compile(r"\[?(?:Sub-?)?[EIei]")
_QUOTE = re.compile(r"“[^”]{40,}(?:”|\Z)")
_LED_TO = re.compile(r":\n[^\n]{20,}")  # a block that a colon leads to, as a quotation in print
_LEADS = re.compile(r"[^“”\n]{0,50}:")
_TO_OTHERS = re.compile(r"\b(?:I|we) |\breport")  # what follows is the writer's own
_WRITTEN_TO_US = re.compile(r"\byour\b[^.;\n]{0,50}$")
_INTRODUCES = re.compile(
    r"(?:telegra\w+|cabled|wired|wrote|message|letter|note|despatch|dispatch|cable|communication|report|memorandum|dated|"
    r"reads|reading|follows)[^“”\n]*(?:[:,]|reads|reading|that|stated|said) ?\n?$",
    re.IGNORECASE,
)
_ARRIVED = re.compile(r"\b(?:reached|came|received|arrived)\b[^.,;]{0,20}$")
_INTRODUCTION = 160
_SIGHT = 90  # characters of a line before its date


def is_dateline(reading: str, start: int, end: int) -> bool:
    """Tell whether a date stands alone in its line, but for a place and an hour.

    Parameters
    ----------
    reading : str
        The text.
    start, end : int
        Where the date stands.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_dateline("Sofia, May 28, 1938—6 p. m.", 7, 19)
    True
    """
    line = reading.rfind("\n", max(start - _SIGHT, 0), start) + 1
    if start - line > _SIGHT or not _DATELINE_AFTER.match(reading, end):
        return False
    return bool(_DATELINE_BEFORE.fullmatch(reading, line, start))


def letter_end(reading: str, at: int) -> int:
    """Return where a letter or telegram ends that stands in the text: with its signature.

    Parameters
    ----------
    reading : str
        The text.
    at : int
        Where its dateline ends.

    Returns
    -------
    int
        The end of its first paragraph, where none is signed.

    Examples
    --------
    >>> letter_end("Managua, May 8, 1911.\\nI came.\\nHe left.\\nThayer.\\nSo it was.", 20)
    46
    """
    signature = _SIGNATURE.search(reading, at + 1, at + _LETTER)
    if signature:
        return signature.end()
    begin = reading.find("\n", at)
    end = reading.find("\n", begin + 1)
    return len(reading) if min(begin, end) < 0 else end


class Quotations:
    """The longer quotations of a reading, and where its enclosures begin.

    Parameters
    ----------
    reading : str
        The text.

    Examples
    --------
    >>> text = "His letter of May 3 reads: “I came here yesterday, as I had long meant to do.”"
    >>> Quotations(text).introduced_at(50, 14, 19)
    True
    """

    def __init__(self, reading: str):
        self._reading = reading
        led_to = [(match.start() + 1, match.end()) for match in _LED_TO.finditer(reading)]
        self._blocks = {start for start, _ in led_to}
        self._spans = sorted([*led_to, *(match.span() for match in _QUOTE.finditer(reading))])
        self._starts = [start for start, _ in self._spans]
        self.enclosures = list(_enclosures(reading))

    def around(self, at: int) -> int | None:
        """Return where the quotation begins that an offset stands in, if it stands in one."""
        index = bisect_right(self._starts, at) - 1
        inside = index >= 0 and at < self._spans[index][1]
        return self._starts[index] if inside else None

    def dated_at(self, at: int) -> int | None:
        """Return where the quotation begins whose dateline a date at this offset stands in."""
        start = self.around(at)
        if start is None or at - start > _SIGHT:
            return None
        return start if _DATELINE_BEFORE.fullmatch(self._reading, start, at) else None

    def introduced_at(self, at: int, dated_from: int, dated_to: int, is_last: bool = True) -> bool:
        """Tell whether a date introduces the quotation around `at`.

        The last date before it does if the words say so; one before that if it is a letter's, and a
        colon leads to the quotation: a letter of May 3, which came on the 7th. He writes: “I came ...”
        """
        start = self.around(at)
        if start is None or not 0 <= start - dated_to <= _INTRODUCTION:
            return False
        begin = max(dated_to - _INTRODUCTION, 0)
        if start in self._blocks and not self._leads_to(start, dated_from, dated_to):
            return False
        if _ARRIVED.search(self._reading, begin, dated_from):
            return False
        if is_last and same_sentence(self._reading, dated_to, start - 1):
            return bool(_INTRODUCES.search(self._reading, begin, start))
        leads = self._reading[dated_to:start].rstrip().endswith(":")
        return leads and is_message(self._reading, dated_from, dated_to)

    def _leads_to(self, start: int, dated_from: int, dated_to: int) -> bool:
        """Tell whether a message's date leads to a block without quotation marks, not to an answer."""
        if not _LEADS.fullmatch(self._reading, dated_to, start):
            return False
        answers = _TO_OTHERS.search(self._reading, dated_to, start)
        return not answers and not _WRITTEN_TO_US.search(
            self._reading, max(dated_from - 60, 0), dated_from
        )


def _enclosures(reading: str) -> Iterator[int]:
    """Yield where the lines begin that say that an enclosure does."""
    for match in _ENCLOSURE.finditer(reading):
        line = reading.rfind("\n", 0, match.start()) + 1
        if _BEFORE_ENCLOSURE.fullmatch(reading, line, match.start()):
            yield line
