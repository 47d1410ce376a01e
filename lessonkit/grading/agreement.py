"""How far a class agrees in lesson 4: Krippendorff's alpha of its tags, as a whole and per claim."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from lessonkit.despatch import load
from lessonkit.exercises import CLAIMS, NEARLY, RIGHT, TAGS, read_tags
from lessonkit.grading.gradebook import ClassBook

EXERCISE = "4.2"
QUESTIONS = ("hedged", "attributed")
NO_LIBRARY = (
    "Agreement is not measured: the library krippendorff is not installed. Install lessonkit with "
    "the extra agreement: pip install 'lessonkit[agreement]'"
)
_NAMES = [claim.event for claim in CLAIMS]


class Agreement(NamedTuple):
    """How far a class agrees.

    Attributes
    ----------
    overall : dict
        Question (hedged, attributed, the four words) to alpha over all claims, or None where it
        is not defined: fewer than two hand-ins, or one and the same answer throughout.
    claims : pandas.DataFrame
        A row a claim: claim, what (str), tags (int64), hedged yes, attributed yes (int64), hedged,
        attributed (float64, alpha).
    """

    overall: dict[str, float | None]
    claims: pd.DataFrame


def tags_of(book: ClassBook) -> list[dict[str, str]]:
    """Return the tags of a class, one dictionary a hand-in: two who share a notebook count once.

    Parameters
    ----------
    book : ClassBook
        What counts.

    Returns
    -------
    list of dict
        Claim to one of the four words.
    """
    entries = {
        entry.file: entry.checked
        for (_, exercise), entry in sorted(book.entries.items())
        if exercise == EXERCISE and entry.checked.outcome in (RIGHT, NEARLY)
    }
    return [read_tags(checked.answer, _NAMES) for checked in entries.values()]


def agreement(tags: list[dict[str, str]]) -> Agreement | None:
    """Measure how far those who tagged the claims agree.

    The library gives alpha over all claims. A claim's own alpha is its part in that: 1 less the
    share of pairs who disagree on it, over what chance would give. The mean of the claims' alphas,
    each weighted by its tags, is the whole's.

    Parameters
    ----------
    tags : list of dict
        See `tags_of`.

    Returns
    -------
    Agreement or None
        None if fewer than two have tagged.

    Raises
    ------
    ImportError
        If the library is not installed, see `NO_LIBRARY`.
    """
    import krippendorff

    if len(tags) < 2:
        return None
    overall: dict[str, float | None] = {}
    columns: dict[str, list] = {}
    for question in (*QUESTIONS, "the four words"):
        counts = _counts(tags, question)
        overall[question] = _alpha(krippendorff.alpha, counts)
        if question in QUESTIONS:
            columns[f"{question} yes"] = [count[1] for count in counts]
            columns[question] = _per_claim(counts, overall[question])
    what = load().events.set_index("event")["what"]
    claims = pd.DataFrame({
        "claim": _NAMES, "what": [what[name] for name in _NAMES],
        "tags": [sum(name in one for one in tags) for name in _NAMES],
        **{name: columns[name] for name in ("hedged yes", "attributed yes")},
        **{name: pd.array(columns[name], dtype="float64") for name in QUESTIONS},
    })  # fmt: skip
    return Agreement(overall, claims)


def _counts(tags: list[dict[str, str]], question: str) -> list[list[int]]:
    """Count for each claim how many gave each answer: no and yes, or the four words."""
    words = [*TAGS]
    counts = []
    for name in _NAMES:
        given = [one[name] for one in tags if name in one]
        if question in QUESTIONS:
            yes = sum(TAGS[word][QUESTIONS.index(question)] for word in given)
            counts.append([len(given) - yes, yes])
        else:
            counts.append([given.count(word) for word in words])
    return counts


def _alpha(measure, counts: list[list[int]]) -> float | None:
    """Return alpha over claims that two or more tagged, unless all gave one answer."""
    paired = [count for count in counts if sum(count) > 1]
    used = [any(column) for column in zip(*paired, strict=True)]
    if sum(used) < 2:
        return None
    return float(measure(value_counts=paired, level_of_measurement="nominal"))


def _per_claim(counts: list[list[int]], alpha: float | None) -> list[float]:
    """Share alpha out over the claims, by the pairs that disagree on each."""
    totals = [sum(count) for count in counts]
    disagree = [
        1 - sum(n * (n - 1) for n in count) / (total * (total - 1)) if total > 1 else None
        for count, total in zip(counts, totals, strict=True)
    ]
    paired = [(d, n) for d, n in zip(disagree, totals, strict=True) if d is not None]
    observed = sum(d * n for d, n in paired) / max(sum(n for _, n in paired), 1)
    if alpha is None:
        return [float("nan")] * len(counts)
    by_chance = observed / (1 - alpha) if observed else 1.0
    return [float("nan") if d is None else 1 - d / by_chance for d in disagree]
