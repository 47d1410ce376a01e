"""What a copy lost, and where it stood: from the encoding, the card, or what the text betrays."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from lessonkit.despatch.schema import table
from lessonkit.errors import SourceError
from lessonkit.layout import find_quotation


class Loss(NamedTuple):
    """Something that the printed page has and a plain copy has not.

    `at` is the offset where it stood; where the text at hand still has it, `end` is where it ends.
    """

    at: int
    what: str
    basis: str = "card"
    end: int | None = None


def losses_table(despatch) -> pd.DataFrame:
    """Make the losses table of a document."""
    rows = [(loss.what, loss.basis, loss.at, loss.end or loss.at) for loss in losses_of(despatch)]
    return table("losses", rows)


def losses_of(despatch) -> list[Loss]:
    """Return what a copy lost, in the order of the text.

    Parameters
    ----------
    despatch : Despatch
        The document. With its encoding beside it (``load("mine.txt", tei=...)``) the two are
        collated. One read from TEI has lost nothing: what the site's plain text leaves out is
        named, and still stands there. Else its card may list ``[[lost]]`` with ``what`` and the
        words that it stood ``before`` or ``after``. Without any of these only headings that left
        their blank lines and notes whose marker is gone can be told.

    Returns
    -------
    list of Loss

    Raises
    ------
    SourceError
        If the words on the card do not stand exactly once in the text.
    DocumentError
        If the encoding is another document's.

    Examples
    --------
    >>> import lessonkit
    >>> [loss.what for loss in losses_of(lessonkit.load())][3]
    'heading JAPAN'
    """
    if despatch.whole is not None:
        # here, because few texts have their encoding by
        from lessonkit.despatch.collate import collated

        lost = collated(despatch.layout, despatch.whole.layout)
        return [Loss(at, what, "encoding") for what, at in lost]
    if despatch.left_out is not None:
        return [Loss(start, what, "encoding", end) for what, start, end in despatch.left_out]
    if "lost" in despatch.card:
        found = [_on_card(despatch, entry) for entry in despatch.card["lost"]]
    else:
        sections, notes = despatch.sections, despatch.notes
        lost = sections.loc[sections["heading_lost"], "start"]
        uncalled = notes.loc[notes["marker"].isna(), "start"]
        found = [Loss(int(start), "a centred heading", "text") for start in lost]
        found += [Loss(int(start), "the marker of this note", "text") for start in uncalled]
    return sorted(found)


def _on_card(despatch, entry: dict) -> Loss:
    side = "before" if "before" in entry else "after"
    words = str(entry.get(side, ""))
    places = find_quotation(words, despatch.reading)
    if len(places) != 1:
        raise SourceError(
            f"card, [[lost]] {entry.get('what')!r}: expected words that stand once in the text, "
            f"found {words!r} {len(places)} times. Quote more words, or other ones."
        )
    start, end = despatch.layout.in_text(*places[0])
    return Loss(start if side == "before" else end, str(entry.get("what")))
