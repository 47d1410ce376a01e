"""What stands in a text and has a date of its own: a quotation, an enclosure, a letter or telegram."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from lessonkit.dates.arithmetic import as_day
from lessonkit.dates.cues import is_message, same_sentence
from lessonkit.dates.model import Expression
from lessonkit.dates.narrative import Mention
from lessonkit.dates.words import HOUR

_DATELINE_BEFORE = re.compile(
    r"(?:No\. ?\d{1,5}[.\]]* )?[\[“]?"
    r"(?:[A-Z][\w.’&-]*,?\]?,?[ —–-]+|(?:de|la|of|the|du|del|and|for|at|in|y) )*[\[“]?$"
)
_DATELINE_AFTER = re.compile(rf"(?:[,.]?[ —–-]+{HOUR})?[\].]*\d{{0,3}}(?=\n|$| [\[(]?Received\b)")
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
    """Tell whether a date stands alone in its line, but for a place and an hour."""
    line = reading.rfind("\n", max(start - _SIGHT, 0), start) + 1
    if start - line > _SIGHT or not _DATELINE_AFTER.match(reading, end):
        return False
    return bool(_DATELINE_BEFORE.fullmatch(reading, line, start))


def letter_end(reading: str, at: int) -> int:
    """Return where a letter or telegram ends that stands in the text: with its signature."""
    signature = _SIGNATURE.search(reading, at + 1, at + _LETTER)
    if signature:
        return signature.end()
    begin = reading.find("\n", at)
    end = reading.find("\n", begin + 1)
    return len(reading) if min(begin, end) < 0 else end


class Quotations:
    """The longer quotations of a reading, and where its enclosures begin."""

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


class Bases:
    """Tells from which day the words count, as the text is read from its beginning to its end."""

    def __init__(self, reading: str, written: date | None):
        self._reading = reading
        self._written = written
        self._quotations = Quotations(reading)
        self._quoted: dict[int, date | None] = {}  # by the beginning of a quotation its own day
        self._enclosures = 0
        self.day, self.basis = written, "written"  # what counts outside of quotations, and why
        self._inserted: tuple[date | None, int] = None, -1  # a telegram in the text, and its end
        self._is_presumed = False  # the document's day in an enclosure that has lost its own

    def pass_to(self, at: int) -> None:
        """Forget the date of an enclosure where the next one begins."""
        passed = bisect_right(self._quotations.enclosures, at)
        if passed > self._enclosures:
            self._enclosures = passed
            self.day, self.basis, self._is_presumed = self._written, "written", True
            self._inserted = None, -1

    def read(self, one: Expression, in_title: bool) -> bool:
        """Take a dateline as the day from which what follows counts; tell whether it is one.

        So is the day that a title gives: that of minutes or of a conversation.
        """
        day = as_day(one.first) if one.until is None else None
        quotation = self._quotations.dated_at(one.start) if day else None
        if quotation is not None:
            self._quoted[quotation] = day
        if not day or not (in_title or is_dateline(self._reading, one.start, one.end)):
            return False
        if self.day is None or self._is_presumed:
            self.basis = "written" if self.day is None else "context"
            self.day, self._is_presumed = day, False
            return True
        if day != self.day and not in_title:
            self._inserted = day, letter_end(self._reading, one.end)
        return False

    def of(self, at: int, recent: list[Mention], exactly: bool) -> tuple[date | None, str]:
        """Return the day that an offset counts from.

        `recent` are the dates before it, the last first. Of an enclosure without a date of its own the
        document's day tells the year, but not exactly the day.
        """
        if at < self._inserted[1]:
            return self._inserted[0], "context"
        day = None if exactly and self._is_presumed else self.day
        start = self._quotations.around(at)
        if start is None:
            return day, self.basis
        if start not in self._quoted:
            self._quoted[start] = self._introducing(at, recent)
        own = self._quoted[start]
        return (own, "context") if own else (day, self.basis)

    def _introducing(self, at: int, recent: list[Mention]) -> date | None:
        """Return the day of the letter that a quotation is from."""
        for index, one in enumerate(recent):
            if self._quotations.introduced_at(at, one.start, one.end, is_last=index == 0):
                return as_day(one.first)
        return None
