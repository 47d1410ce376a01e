"""Finds a quotation in the reading, however it was typed: quotation marks, dashes and capitals
do not matter, words do."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import chain

_PLAIN = str.maketrans("“”„«»‘’‚`–—−\n\xa0", '"""""\'\'\'\'---  ')
_QUOTED = re.compile(
    r"[“„«]([^“”„«»]+)[”»“]|(?<![\w\d])\"([^\"]+)\"|(?<!\w)[‘']([^‘’']+(?:[’']\w[^‘’']*)*)[’'](?!\w)"
)
_LEFT_OUT = re.compile(r"\[[^\]]*\]|\.\s?\.\s?\.|…")
_EDGES = " .,;:!?"
_SHORTEST = 3  # words in a row that make a quotation
_LONGEST = 60  # words of a quotation that are compared for the nearest passage
_CANDIDATES = 20  # places that are compared letter by letter


def plain_words(text: str) -> str:
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
    >>> plain_words("the Embassy’s “despatch”")
    'the embassy\\'s "despatch"'
    """
    text = text.translate(_PLAIN)
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find_quotation(quotation: str, reading: str) -> list[tuple[int, int]]:
    """Find where a quotation stands in a reading.

    Parameters
    ----------
    quotation : str
        The quoted words; how much white space is between them does not matter.
    reading : str
        The reading of a document.

    Returns
    -------
    list of (int, int)
        Start and end of each place, in order; empty for a quotation of no words. If the words
        occur letter for letter, only such places.

    Examples
    --------
    >>> find_quotation("an Open  secret", "that it is an open secret that")
    [(11, 25)]
    """
    typed = " ".join(quotation.split())
    if not typed:
        return []
    ways = dict.fromkeys([typed, *(unicodedata.normalize(form, typed) for form in ("NFC", "NFD"))])
    exact = (_places(words, _flat(reading)) for words in ways)
    folded = (_places(plain_words(words), _folded(reading)) for words in ways)
    return next(filter(None, chain(exact, folded)), [])


def _places(words: str, reading: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(words), reading)]


@lru_cache(maxsize=2)
def _flat(reading: str) -> str:
    return reading.replace("\n", " ")


@lru_cache(maxsize=2)
def _folded(reading: str) -> str:
    return plain_words(reading)


def nearest_passage(quotation: str, reading: str) -> str:
    """Return the passage of a reading that is most like a quotation.

    Parameters
    ----------
    quotation : str
        Words that do not occur.
    reading : str
        The reading of a document.

    Returns
    -------
    str
        As many words as the quotation has; empty if nothing is alike.

    Examples
    --------
    >>> nearest_passage("an open sekret that", "so that it is an open secret that the purpose")
    'an open secret that'
    """
    words = reading.split()
    known = [word.strip(_EDGES) for word in _folded(reading).split()]
    vocabulary = set(known)
    wanted = [_closest(word.strip(_EDGES), vocabulary) for word in plain_words(quotation).split()]
    places: dict[str, list[int]] = {}
    for index, word in enumerate(wanted[:_LONGEST]):
        places.setdefault(word, []).append(index)
    votes = Counter(  # each word that agrees votes for where the quotation would begin
        max(at - index, 0) for at, word in enumerate(known) for index in places.get(word, ())
    )
    passages = [" ".join(words[at : at + len(wanted)]) for at, _ in votes.most_common(_CANDIDATES)]
    likeness = difflib.SequenceMatcher(None, b=plain_words(quotation), autojunk=False)

    def alike(passage: str) -> float:
        likeness.set_seq1(plain_words(passage))
        return likeness.ratio()

    return max(passages, key=alike, default="")


def _closest(word: str, vocabulary: set[str]) -> str:
    """Return the word, or the one of the reading that is most like it."""
    if word in vocabulary:
        return word
    return next(iter(difflib.get_close_matches(word, vocabulary, n=1)), word)


def quoted_passages(prose: str) -> list[str]:
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
    >>> quoted_passages('Kirk calls it "an open secret" and “a minor incident”.')
    ['an open secret', 'a minor incident']

    A straight pair may enclose curly marks:

    >>> quoted_passages('It says "Oppression” of Japanese Concessionaires" above.')
    ['Oppression” of Japanese Concessionaires']
    """
    found = (match[1] or match[2] or match[3] for match in _QUOTED.finditer(prose))
    return [words.strip() for words in found]


def occurs(quotation: str, reading: str) -> bool:
    """Tell whether a quotation occurs, the parts between its dots in their order.

    Parameters
    ----------
    quotation : str
        The quoted words, three in a row at least; three dots or words in square brackets stand
        for words left out.
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
    end, parts = 0, [part.strip(_EDGES) for part in _LEFT_OUT.split(quotation)]
    parts = [part for part in parts if part]
    if not any(len(part.split()) >= _SHORTEST for part in parts):
        return False
    for part in parts:
        later = find_quotation(part, reading[end:])
        if not later:
            return False
        end += later[0][1]
    return True
