"""Questions that tag claims: hedged? attributed? Plain ones are judged, the others left open."""

from __future__ import annotations

from typing import NamedTuple

from lessonkit.exercises.answers import key_of
from lessonkit.exercises.exercise import NEARLY, RIGHT, UNCLEAR, Feedback, Judge
from lessonkit.exercises.facts import Facts

# the four words for two answers, yes or no: is it hedged, is it attributed?
TAGS = {
    "neither": (False, False),
    "hedged": (True, False),
    "attributed": (False, True),
    "both": (True, True),
}
_KNOWN = {key_of(tag): tag for tag in TAGS} | {"none": "neither", "hedged and attributed": "both"}
_MISSED = {
    "hedged": ("a hedge missed", "a hedge supplied"),
    "attributed": ("a teller missed", "a teller supplied"),
}


class Claim(NamedTuple):
    """A claim to be tagged, and the tags that its words bear.

    `hedged` and `attributed` are what its words say plainly, None where careful readers differ;
    `look` says where in its words to look.
    """

    event: str
    hedged: bool | None
    attributed: bool | None
    look: str


def tagging(claims: list[Claim], right: str) -> Judge:
    """Judge tags, a dictionary from a claim to one of the words of `TAGS`.

    The first claim whose plain words the tag contradicts is spoken of. Where careful readers
    differ, any tag will do: how a class divides over it is for the class to see.

    >>> judge = tagging([Claim("E01", True, None, "Look at “perhaps”.")], "Yes.")
    >>> judge({"E01": "both"}, Facts()).outcome, judge({"E01": "neither"}, Facts()).misconception
    ('right', 'a hedge missed')
    >>> judge({"E01": "perhaps"}, Facts()).outcome
    'unclear'
    """
    names = [claim.event for claim in claims]

    def judge(answer: object, _: Facts) -> Feedback:
        tags = read_tags(answer, names)
        if not tags:
            return Feedback(UNCLEAR, _how_to_write(names))
        for claim in claims:
            if claim.event in tags and (name := _mistake(claim, tags[claim.event])):
                return Feedback(NEARLY, f"{claim.event}: {claim.look}", name)
        if missing := [name for name in names if name not in tags]:
            return Feedback(
                NEARLY,
                f"{len(tags)} of {len(names)} so far, and none against its words. Still without a "
                f"tag: {', '.join(missing)}.",
            )
        return Feedback(RIGHT, right)

    return judge


def _mistake(claim: Claim, tag: str) -> str | None:
    """Name what a tag got wrong of plain words."""
    for question, given in zip(("hedged", "attributed"), TAGS[tag], strict=True):
        plain = getattr(claim, question)
        if plain is not None and plain != given:
            return _MISSED[question][given]
    return None


def read_tags(answer: object, names: list[str]) -> dict[str, str]:
    """Read an answer that tags claims.

    Parameters
    ----------
    answer : object
        What the student gave.
    names : list of str
        The claims that can be tagged.

    Returns
    -------
    dict
        Claim to one of the words of `TAGS`; empty if there is something else in the answer.

    Examples
    --------
    >>> read_tags({"e01": "Both!", "E02": "..."}, ["E01", "E02"]), read_tags("both", ["E01"])
    ({'E01': 'both'}, {})
    """
    if not isinstance(answer, dict):
        return {}
    tags: dict[str, str | None] = {
        claim.strip().upper(): _KNOWN.get(key_of(tag)) if isinstance(tag, str) else None
        for claim, tag in answer.items()
        if tag not in ("", "...", "…", None)
    }
    read = {claim: tag for claim, tag in tags.items() if tag is not None}
    return read if set(tags) <= set(names) and len(read) == len(tags) else {}


def _how_to_write(names: list[str]) -> str:
    words = ", ".join(f'"{tag}"' for tag in TAGS)
    return (
        f"Give each of {', '.join(names)} one of four words: {words}. The box below writes it for "
        "you: copy its code, braces and all, and put it in place of the three dots."
    )
