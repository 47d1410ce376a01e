"""Whose words they are: the author's own, words quoted between marks, passages copied whole."""

from __future__ import annotations

import re

import pandas as pd

from lessonkit.despatch.despatch import Despatch
from lessonkit.errors import SourceError
from lessonkit.layout import find_quotation

_OPENING_MARK = re.compile(r"[“„«\"‘]")
_WORD = re.compile(r"\S+")
_PASSAGES = {
    "what": "str", "source": "str", "how": "str", "section": "Int64", "words": "int64",
    "text": "str", "start": "int64", "end": "int64",
}  # fmt: skip


def copied_passages(despatch: Despatch) -> pd.DataFrame:
    """List the passages that the author copied, as the document's card names them."""
    named = despatch.card.get("copied", [])
    rows = [_passage(despatch, entry) for entry in (named if isinstance(named, list) else [named])]
    return pd.DataFrame(rows, columns=[*_PASSAGES]).astype(_PASSAGES)


def whose_words(despatch: Despatch) -> pd.DataFrame:
    """Count for each section how many of its words are the author's own.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    pandas.DataFrame
        One row a section, shape (sections, 6): section, heading, words, own, quoted (between
        marks), copied (whole passages); the last three add up to words.

    Raises
    ------
    SourceError
        If the document's card names words that do not stand in the text.

    Examples
    --------
    >>> import lessonkit
    >>> whose_words(lessonkit.load()).loc[6, "words":].tolist()
    [324, 164, 61, 99]
    """
    passages = copied_passages(despatch)[["how", "start", "end"]].values.tolist()
    table = despatch.sections[["section", "heading", "words"]]
    whose = [[_whose(at, passages) for at in words] for words in _words_of(despatch)]
    for how in ("own", "quoted", "copied"):
        table[how] = [words.count(how) for words in whose]
    return table


def _whose(at: int, passages: list[list]) -> str:
    """Tell whose a word is, from where it begins; the first passage that holds it decides."""
    return next((how for how, start, end in passages if start <= at < end), "own")


def _words_of(despatch: Despatch) -> list[list[int]]:
    """Return for each section where its words begin in the text; headings do not count."""
    laid = despatch.layout
    paragraphs = [block for block in laid.blocks if block.kind == "paragraph"]
    return [
        [
            laid.in_text(*match.span())[0]
            for block in paragraphs
            if start <= block.start < end
            for match in _WORD.finditer(laid.reading, *laid.in_reading(block.start, block.end))
        ]
        for start, end in despatch.sections[["start", "end"]].to_numpy().tolist()
    ]


def _passage(despatch: Despatch, entry: object) -> tuple:
    laid, sections = despatch.layout, despatch.sections
    entry = entry if isinstance(entry, dict) else {}
    start, end = laid.in_text(*_found(laid.reading, entry))
    holds = sections.loc[(sections["start"] <= start) & (start < sections["end"]), "section"]
    return (
        entry.get("what"), entry.get("source"),
        "quoted" if _OPENING_MARK.match(despatch.text, start) else "copied",
        next(iter(holds), None), len(laid.read(start, end).split()),
        despatch.text[start:end], start, end,
    )  # fmt: skip


def _found(reading: str, entry: dict) -> tuple[int, int]:
    """Find in the reading what lies between a passage's first and its last words."""
    first, last = str(entry.get("first", "")), str(entry.get("last", ""))
    begins = find_quotation(first, reading)
    ends = [at for at in find_quotation(last, reading) if begins and at[1] >= begins[0][1]]
    if not ends:
        raise SourceError(
            f"The card, [[copied]]: expected a passage from “{first}” to “{last}”, found no such "
            "words in this order. Copy its first and its last words from the text."
        )
    return begins[0][0], ends[0][1]
