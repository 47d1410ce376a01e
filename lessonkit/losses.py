"""What a copy lost, and where it stood: from the card, else what the text itself betrays."""

from __future__ import annotations

from typing import NamedTuple

from lessonkit import quotes
from lessonkit.despatch import Despatch
from lessonkit.errors import SourceError


class Loss(NamedTuple):
    """Something that the printed page has and the copy has not: what, and at which offset."""

    at: int
    what: str


def losses(despatch: Despatch) -> list[Loss]:
    """Return what a copy lost, in the order of the text.

    Parameters
    ----------
    despatch : Despatch
        The document. Its card may list ``[[lost]]`` with ``what`` and the words that it stood
        ``before`` or ``after``. Without such a list only headings that left their blank lines
        and notes whose marker is gone can be told.

    Returns
    -------
    list of Loss

    Raises
    ------
    SourceError
        If the words on the card do not stand exactly once in the text.

    Examples
    --------
    >>> import lessonkit
    >>> [loss.what for loss in losses(lessonkit.load())][3]
    'heading JAPAN'
    """
    if "lost" in despatch.card:
        found = [_on_card(despatch, entry) for entry in despatch.card["lost"]]
    else:
        sections, notes = despatch.sections, despatch.notes
        lost = sections.loc[sections["heading_lost"], "start"]
        uncalled = notes.loc[notes["marker"].isna(), "start"]
        found = [Loss(int(start), "a centred heading") for start in lost]
        found += [Loss(int(start), "the marker of this note") for start in uncalled]
    return sorted(found)


def _on_card(despatch: Despatch, entry: dict) -> Loss:
    side = "before" if "before" in entry else "after"
    words = str(entry.get(side, ""))
    places = quotes.find(words, despatch.reading)
    if len(places) != 1:
        raise SourceError(
            f"card, [[lost]] {entry.get('what')!r}: expected words that stand once in the text, "
            f"found {words!r} {len(places)} times. Quote more words, or other ones."
        )
    start, end = despatch.layout.in_text(*places[0])
    return Loss(start if side == "before" else end, str(entry.get("what")))
