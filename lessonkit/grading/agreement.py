"""How far a class agrees on tagged claims: Krippendorff's alpha, as a whole and for each claim."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from lessonkit.exercises import NEARLY, RIGHT, TAGS, Exercise, read_tags
from lessonkit.grading.gradebook import ClassBook

QUESTIONS = ("hedged", "attributed")
NO_LIBRARY = (
    "Agreement is not measured: the library krippendorff is not installed. Install lessonkit with "
    "the extra agreement: pip install 'lessonkit[agreement]'"
)


class Agreement(NamedTuple):
    """How far a class agrees; alpha is None or missing where it is not defined."""

    overall: dict[str, float | None]  # alpha of hedged, of attributed, and of the four words
    claims: pd.DataFrame  # claim, what, tags, hedged yes, attributed yes, hedged, attributed


def tags_of(book: ClassBook, exercise: Exercise) -> list[dict[str, str]]:
    """Return the tags of a class, one dictionary a hand-in: two who share a notebook count once."""
    claims = [claim.event for claim in exercise.claims]
    entries = {
        entry.file: entry.checked
        for (_, id_), entry in sorted(book.entries.items())
        if id_ == exercise.id and entry.checked.outcome in (RIGHT, NEARLY)
    }
    return [read_tags(checked.answer, claims) for checked in entries.values()]


def agreement(tags: list[dict[str, str]], claims: dict[str, str]) -> Agreement | None:
    """Measure how far those who tagged the claims agree; None if fewer than two did.

    `claims` says what each is about. The library gives alpha over all claims. A claim's own alpha
    is its part in that: 1 less the share of pairs who disagree on it, over what chance would give.
    The mean of the claims' alphas, each weighted by its tags, is the whole's.
    """
    import krippendorff

    if len(tags) < 2:
        return None
    overall: dict[str, float | None] = {}
    columns: dict[str, list] = {}
    for question in (*QUESTIONS, "the four words"):
        counts = _counts(tags, [*claims], question)
        overall[question] = _alpha(krippendorff.alpha, counts)
        if question in QUESTIONS:
            columns[f"{question} yes"] = [count[1] for count in counts]
            columns[question] = _per_claim(counts, overall[question])
    table = pd.DataFrame({
        "claim": [*claims], "what": [*claims.values()],
        "tags": [sum(name in one for one in tags) for name in claims],
        **{name: columns[name] for name in ("hedged yes", "attributed yes")},
        **{name: pd.array(columns[name], dtype="float64") for name in QUESTIONS},
    })  # fmt: skip
    return Agreement(overall, table)


def _counts(tags: list[dict[str, str]], claims: list[str], question: str) -> list[list[int]]:
    """Count for each claim how many gave each answer: no and yes, or the four words."""
    counts = []
    for name in claims:
        given = [one[name] for one in tags if name in one]
        if question in QUESTIONS:
            yes = sum(TAGS[word][QUESTIONS.index(question)] for word in given)
            counts.append([len(given) - yes, yes])
        else:
            counts.append([given.count(word) for word in TAGS])
    return counts


def _alpha(measure, counts: list[list[int]]) -> float | None:
    """Return alpha over claims that two or more tagged, unless all gave one answer."""
    paired = [count for count in counts if sum(count) > 1]
    used = [any(column) for column in zip(*paired, strict=True)]
    if sum(used) < 2:
        return None
    return float(measure(value_counts=paired, level_of_measurement="nominal"))


def _per_claim(counts: list[list[int]], alpha: float | None) -> list[float]:
    """Divide alpha among the claims, by the pairs that disagree on each."""
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
