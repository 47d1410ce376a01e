"""What the words around a date tell of it: a telegram's, a law's, one that is past or to come."""

from __future__ import annotations

import re

from lessonkit.dates.words import HOUR

_LAW = (
    r"(?:treat(?:y|ies)|conventions?|agreements?|protocols?|acts?|laws?|decrees?|pacts?|contracts?|"
    r"ordinances?|edicts?|statutes?|regulations?|concessions?|loans?|proclamations?|resolutions?|"
    r"declarations?|awards?|judgments?|firmans?|charters?|constitutions?|settlements?|armistices?|"
    r"memorials?|petitions?)"
)
_NO_NARRATIVE = re.compile(  # laws and plans
    rf"\b(?=[a-v])(?:{_LAW}(?: \w+){{0,4}},? (?:of|signed|dated|concluded)(?: on| the)*"
    r"|(?:signed|concluded|ratified|promulgated|enacted)(?: at \w+)?,?(?: on)?(?: the)?"
    r"|expir\w+(?: on)?|due(?: on)?"
    r"|(?:valid|extended|prolonged|renewed|runs?|in force)(?: until| to| till| up to)(?: the)?) $"
)
_ABOUT = re.compile(
    r"\b(?:[Ii]n|[Dd]uring)(?: the year| the (?:spring|summer|autumn|fall|winter|course) of)?"
    r"(?: [A-Z][a-z.]+,?)? \d{4}$"
)
_MESSAGE = re.compile(
    r"(?:\b(?=[a-y])(?:tele(?:gram|graphic)s?|des?patch(?:es)?|dispatch(?:es)?|notes?|letters?|instructions?|"
    r"airgrams?|messages?|communications?|cables?|circulars?|memorand(?:um|a)|aide-m[ée]moire|nos?\.|"
    r"(?:emb|dep|leg|con|depcir|my|ur|our)tels?|your|my)\b[^.;:\n]{0,40}|\d,? )$"
)
_HOUR = re.compile(rf",? {HOUR}\b")
_AHEAD = re.compile(
    r"\b(?=[a-w])(?:will|shall|would|(?:should|might|may)(?! have)|to be|is to|are to|was to|were to|going to|expected|"
    r"(?<!ed )to (?:leave|sail|meet|begin|open|return|convene)|scheduled|set for|fixed for|due|"
    r"plan\w*|intend\w*|propos(?<!has propos)(?<!had propos)(?<!have propos)\w+|expires?|convenes?|"
    r"postpone\w*|put off|adjourn\w*|effective|hop(?:es?|ed|ing)|leaves|sails|starts|begins|opens|"
    r"meets|takes effect|not later than|in force until)\b"
)
_AHEAD_AFTER = re.compile(
    r"(?:,? (?!that\b|which\b|who\b|sa)\w+){0,3},? (?:will|shall|would|is to|are to)\b"
)
_RECEIVED = re.compile(r"(?:^|[\[(])Received(?: in \w+)?(?:,| at| on)? $", re.M)
_OF = re.compile(
    r"(?<!end )(?<!close )(?<!part )(?<!middle )(?<!beginning )(?<!month )\bof(?: the)? $"
)
_WAS = re.compile(r"\b(?:was|were|had|did|has)\b(?! to\b| been to\b)")
_THEN = re.compile(r"\b(?:would|was to|were to)\b")
_BY = re.compile(r"\b(?:by|until|till|before)(?: the)? (?:end of |early |late )?$")
_PAST = re.compile(
    r"\b(?=\w)(?<!\bbe )(?:was|were|had|did|\w{2,}ed|came|took|left|went|began|since|sat|met|made|held|ran|"
    r"stood|fell|gave|wrote|got|sent|spoke|led|lost|paid|kept|brought|became|saw|fought|arose|heard|"
    r"built|bought|withdrew|broke|drew|drove|rose|sold|spent|struck|won|died)\b"
)
_SENTENCE = re.compile(r"[.!?;][”’)\]]* [A-Z“]|\n")
_SIGHT = 60
_CLAUSE = 90
_TERM = 24  # characters of the longest of the words that lead to a term


def is_narrative(reading: str, start: int) -> bool:
    """Tell whether a date is told, not the date of a treaty or a law, nor a term."""
    return not _NO_NARRATIVE.search(reading[max(start - _SIGHT, 0) : start].lower())


def is_about(reading: str, end: int) -> bool:
    """Tell whether a year, or a month's, that ends here is what its clause tells of: in 1860."""
    return bool(_ABOUT.search(reading, max(end - _SIGHT, 0), end))


def is_message(reading: str, start: int, end: int) -> bool:
    """Tell whether a date is that of a telegram, despatch, note or letter."""
    before = reading[max(start - _SIGHT, 0) : start].lower()
    return bool(_MESSAGE.search(before) or _HOUR.match(reading, end))


def is_received(reading: str, start: int) -> bool:
    """Tell whether a date is that of the receipt, which is not before the document's own."""
    return bool(_RECEIVED.search(reading, max(start - _SIGHT, 0), start))


def is_ahead(reading: str, start: int, end: int) -> bool:
    """Tell whether the words around a date speak of what is to come."""
    before = reading[max(start - _CLAUSE, 0) : start]
    if before.endswith(("since ", "since the ")):
        return False
    if _OF.search(before[-_TERM:]):  # the regulations of April 3 will be applied
        return False
    clause = before[max(map(before.rfind, ".;:")) + 1 :]
    ahead = _AHEAD.search(clause)
    if (ahead and not _WAS.search(clause, ahead.end())) or _AHEAD_AFTER.match(reading, end):
        return True
    return bool(_BY.search(before[-_TERM:])) and not is_past(reading, start)


def is_of_then(reading: str, start: int) -> bool:
    """Tell whether what was to come is told from the past: he would be back by the 20th."""
    return bool(_THEN.search(_clause(reading, start)))


def is_past(reading: str, start: int) -> bool:
    """Tell whether the clause that leads to a date tells what has happened."""
    return bool(_PAST.search(_clause(reading, start).lower()))


def _clause(reading: str, start: int) -> str:
    before = reading[max(start - _CLAUSE, 0) : start]
    return before[max(map(before.rfind, ".;:\n")) + 1 :]


def same_sentence(reading: str, end: int, start: int) -> bool:
    """Tell whether no sentence ends between two places."""
    return start - end < 400 and not _SENTENCE.search(reading, end, start)
