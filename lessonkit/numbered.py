"""What makes a number the number of something, or a count of things, and so no date."""

from __future__ import annotations

import re

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
    """Tell whether the number that stands here is the number of something.

    Parameters
    ----------
    reading : str
        The text.
    at : int
        Where the number begins.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_numbered("see telegrams Nos. 1904 and 1905", 28)
    True
    """
    first = max(at - _SIGHT, 0)
    before = reading[first:at]
    if before.endswith(_JOINERS):
        before = before[: before.rindex(" ", 0, -1)]
    before = before.rstrip(_NUMERALS).removesuffix("\n")
    end = first + len(before)
    return bool(_NUMBER_OF.search(reading, max(end - _LONGEST, first), end))


def is_count(reading: str, end: int, likely_a_year: bool = False) -> bool:
    """Tell whether the number that ends here counts things.

    Parameters
    ----------
    reading : str
        The text.
    end : int
        Where the number ends.
    likely_a_year : bool
        Whether what stands before it speaks for a year: in 1938 Japanese troops.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_count("they lost 1938 men", 14)
    True
    """
    if _COUNT.match(reading, end):
        return True
    return not likely_a_year and bool(_COUNT_OF_SOME.match(reading, end))


def is_plural(reading: str, end: int) -> bool:
    """Tell whether a word in the plural follows the number that ends here.

    Parameters
    ----------
    reading : str
        The text.
    end : int
        Where the number ends.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_plural("of 1936 dwellings", 7)
    True
    """
    return bool(_PLURAL.match(reading, end))
