"""Words that begin with a capital: what makes a line look like a title, a heading or a name."""

from __future__ import annotations

from collections.abc import Iterator

_SMALL = frozenset(
    "a an and as at between by de du for from in la le nor of on or over the to under upon von "
    "with regarding concerning ad interim".split()
)
_ELIDED = ("d’", "l’", "d'", "l'")


def capitals(line: str) -> float:
    """Return the share of words that begin with a capital, the small ones not counted.

    Parameters
    ----------
    line : str
        A line of a document.

    Returns
    -------
    float
        Between 0 and 1; 0 where no word counts.

    Examples
    --------
    >>> capitals("Release of the Vessel"), capitals("He went to Rome.")
    (1.0, 0.6666666666666666)
    """
    flags = list(_are_capitals(line))
    return sum(flags) / len(flags) if flags else 0.0


def all_capitals(line: str) -> bool:
    """Tell whether all words that count begin with a capital.

    Parameters
    ----------
    line : str
        A line of a document.

    Returns
    -------
    bool
        False where no word counts.

    Examples
    --------
    >>> all_capitals("Release of the Vessel"), all_capitals("...")
    (True, False)
    """
    flags = _are_capitals(line)
    return next(flags, False) and all(flags)


def _are_capitals(line: str) -> Iterator[bool]:
    for word in line.split():
        word = word.strip("“”‘’\"'([.,:;!?)]*†‡")
        word = word[2:] if word.startswith(_ELIDED) else word
        if word[:1].isalpha() and word.lower() not in _SMALL:
            yield word[0].isupper()
