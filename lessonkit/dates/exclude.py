"""Whether a month's name that stands alone means the month: May I, the March on Rome, in August."""

from __future__ import annotations

import re

from lessonkit.dates.words import FULL_NAMES

# before a month that is also a word (may, march, august) or is cut short
_CUES = (
    "in of since until till by during early late mid last next this to from through before after "
    "about for between and or following around end beginning latter the"
).split(" ")
_CUE = re.compile(rf"\b(?:{'|'.join(f'[{c[0].upper()}{c[0]}]{c[1:]}' for c in _CUES)})[ -]$")
_CUT_SHORT = frozenset("Feb Apr Aug Sep Sept Oct Nov Dec".split())  # no other word
_DOUBTFUL = frozenset({"May", "March", "August", "MAY", "MARCH", "AUGUST"})
_NO_MONTH = re.compile(r" (?:Revolution|Day|Fourth)\b")
_ROW = re.compile(rf"\b(?:{'|'.join(FULL_NAMES)}),? [\d,]+[;,] $")  # July, 358; August, 291
_ON = re.compile(r" (?:on|upon|of|to|toward|towards|from|past|through)\b")  # the March on Rome
_NAMED = re.compile(r"\b(?:Mr|Mrs|Miss|Dr|Messrs|Gen|Col|Capt|Lady|Sir|Cape|St|Fort)\b\.? $")


def is_month(reading: str, start: int, end: int) -> bool:
    """Tell whether a month's name that stands alone means the month."""
    word = reading[start:end]
    before = reading[max(start - 24, 0) : start]
    if _NO_MONTH.match(reading, end) or _NAMED.search(before):
        return False
    if word.title() not in FULL_NAMES:
        return (word[-1] == "." or word in _CUT_SHORT) and bool(_CUE.search(before))
    if word in _DOUBTFUL:
        cue = _CUE.search(before) or _ROW.search(before)
        return bool(cue and not (cue[0].lower() == "the " and _ON.match(reading, end)))
    return True


_NUMBER_OF = re.compile(  # what is counted or numbered here is no year
    r"(?:\b(?:Nos?\.?|pp?\.|pages?|files?|des?patch(?:es)?|dispatch(?:es)?|(?:air|tele)grams?|notes?|"
    r"law|resolutions?|[Aa]rt(?:icle)?s?\.?|serial|steamers?|ships?|vessels?|room|box|vols?\.|Stat\.|trains?|"
    r"(?:Emb|Dep|Leg|Con|Depcir|Tosec|Secto|Delga|Gadel|[Mm]y|[Yy]our|[Uu]r|[Oo]ur)(?:tel)?s?|messages?|"
    r"(?:Department|Embassy|Legation|Consulate)[’']s|paragraphs?|par\.|chapters?|sections?|reference|"
    r"circulars?|NSC|Nr\.|[Tt]els?\.|[Dd]esps?\.|Cm?d\.|nn?\.|fn\.|SS|S\. ?S\.)|[$£¥]|Foreign Relations)$"
)
_JOINERS = (" and ", " to ", " or ", " through ")
_NUMERALS = "0123456789,;/ –-"  # what may stand between the word and the number: No. 7, 9, and 11
_THINGS = (
    r"(?:men|persons|people|soldiers|troops|officers|families|refugees|laborers|miners|copies|units?|"
    r"workers|cavalry|infantry|tons|miles|feet|acres|dollars|pounds|yen|rubles|roubles|francs|marks|"
    r"kilos|k?m\.|kms?|kilometers|meters|metres|hours|percent|per cent|p\.|Avenue|Street|Road|taels?|pesos?|"
    r"piculs?|rounds|rifles|rials|million|billion|thousand|words|cases|bales|barrels|guns|horses|"
    r"prisoners|votes|ships|reasons|sen|cents|catties|strong)\b"
)
_COUNT = re.compile(rf"(?: (?:and|or|to) \d+)? {_THINGS}")
_COUNT_OF_SOME = re.compile(rf"(?: (?:and|or|to) [\d,]+)? [A-Z]\w+ {_THINGS}")
_NO_PLURAL = (  # words in -s that may follow a year
    "is was has as its this thus always besides towards gives shows says states makes provides "
    "remains includes contains appears seems indicates amounts exceeds stands calls requires runs "
    "comes grants declares reads takes represents continues applies covers begins ends proves falls "
    "follows means refers relates does goes"
).split()
_PLURAL = re.compile(rf" (?!(?:{'|'.join(_NO_PLURAL)})\b)[A-Za-z][a-z]+s\b")
_SIGHT = 60  # characters before a number that are looked at
_LONGEST = 18  # characters of the longest of the words that number


def is_numbered(reading: str, at: int) -> bool:
    """Tell whether the number that stands here is the number of something."""
    first = max(at - _SIGHT, 0)
    before = reading[first:at]
    if before.endswith(_JOINERS):
        before = before[: before.rindex(" ", 0, -1)]
    before = before.rstrip(_NUMERALS).removesuffix("\n")
    end = first + len(before)
    return bool(_NUMBER_OF.search(reading, max(end - _LONGEST, first), end))


def is_count(reading: str, end: int, likely_a_year: bool = False) -> bool:
    """Tell whether the number that ends here counts things."""
    if _COUNT.match(reading, end):
        return True
    return not likely_a_year and bool(_COUNT_OF_SOME.match(reading, end))


def is_plural(reading: str, end: int) -> bool:
    """Tell whether a word in the plural follows the number that ends here."""
    return bool(_PLURAL.match(reading, end))
