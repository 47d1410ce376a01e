"""The outcomes of a class: a bar an exercise, the one with the fewest right answers on top."""

from __future__ import annotations

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from lessonkit.charts._chart import Chart, canvas, scale_of
from lessonkit.style import BLUE, GREEN, INK, PAPER, VERMILLION

_EMPTY = "#6e6e6e"  # the edge of what is not there
# outcome -> (colour, hatch): solid, striped, dotted, empty also in grey
_OUTCOMES = {
    "right": (GREEN, None),
    "nearly": (VERMILLION, "////"),
    "unclear": (BLUE, "...."),
    "missing": (_EMPTY, ""),
}
COLUMNS = ["exercise", *_OUTCOMES]


def outcome_bars(table: pd.DataFrame, size: str = "page") -> Chart:
    """Draw how a class did: a bar an exercise, its students by outcome.

    Parameters
    ----------
    table : pandas.DataFrame
        The column ``exercise`` (str), and ``right``, ``nearly``, ``unclear``, ``missing`` (int64,
        students).
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the rows in the order of the bars.

    Raises
    ------
    ValueError
        If `size` is neither, or there is no exercise.

    Examples
    --------
    >>> rows = [["1.1", 3, 1, 0, 0], ["1.2", 1, 2, 0, 1]]
    >>> outcome_bars(pd.DataFrame(rows, columns=COLUMNS)).table["exercise"].tolist()
    ['1.2', '1.1']
    """
    if table.empty:
        raise ValueError("table: expected at least one exercise, found an empty table.")
    scale = scale_of(size)
    table = table[COLUMNS].sort_values(["right", "exercise"], kind="stable", ignore_index=True)
    students = max(int(table[list(_OUTCOMES)].sum(axis=1).max()), 1)
    figure, axes = canvas(7.2, 1.1 + 0.42 * len(table), scale)
    for place, row in table.iterrows():
        _draw_outcomes(axes, row, place, students, scale)
    axes.set(xlim=(0, students), ylim=(len(table) - 0.45, -0.55))
    axes.set_yticks(range(len(table)), table["exercise"])
    axes.set_xlabel("students", color=INK, fontsize=10 * scale)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.tick_params(axis="y", length=0)
    _outcome_key(figure, scale)
    caption = (
        f"Each exercise’s {students} students by outcome: right (solid), nearly (striped), unclear "
        "(dotted), missing (empty). Fewest right on top."
    )
    return Chart(figure, _outcome_alt(table, students), caption, table)


def _draw_outcomes(axes, row: pd.Series, place: int, students: int, scale: float) -> None:
    left = 0
    for outcome, (colour, hatch) in _OUTCOMES.items():
        if not (count := row[outcome]):
            continue
        axes.barh(
            place, count, left=left, height=0.7, color=colour if hatch is None else PAPER,
            edgecolor=PAPER if hatch is None else colour, hatch=hatch or None, linewidth=scale,
        )  # fmt: skip
        if count > 0.045 * students:
            axes.text(
                left + count / 2, place, f"{count}", ha="center", va="center", color=INK,
                fontsize=10 * scale, bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5 * scale},
            )  # fmt: skip
        left += count


def _outcome_key(figure, scale: float) -> None:
    handles = [
        Patch(
            facecolor=colour if hatch is None else PAPER, edgecolor=colour, hatch=hatch or None,
            label=outcome, linewidth=scale,
        )
        for outcome, (colour, hatch) in _OUTCOMES.items()
    ]  # fmt: skip
    figure.legend(
        handles=handles, loc="outside upper left", ncols=4, frameon=False, fontsize=10 * scale,
        labelcolor=INK, handlelength=1.6, columnspacing=1.8,
    )  # fmt: skip


def _outcome_alt(table: pd.DataFrame, students: int) -> str:
    first, last = table.iloc[0], table.iloc[-1]
    alt = (
        f"Horizontal bars of {len(table)} exercise{'s' * (len(table) > 1)}, from 0 to {students} "
        f"students, by outcome. Fewest right answers: {first['exercise']}, {first['right']} right, "
        f"{first['nearly']} nearly, {first['unclear']} unclear, {first['missing']} missing."
    )
    return alt + (f" Most: {last['exercise']}, {last['right']}." if len(table) > 1 else "")


# question -> (colour, marker): also told apart in grey
_QUESTIONS = {"hedged": (BLUE, "o"), "attributed": (VERMILLION, "s")}
_EDGE = "#767676"


def agreement_chart(table: pd.DataFrame, size: str = "page") -> Chart:
    """Draw how far a class agrees on each claim, the most divided on top.

    Parameters
    ----------
    table : pandas.DataFrame
        A row a claim: ``claim``, ``what`` (str), ``tags`` (int64, how many tagged it), ``hedged``
        and ``attributed`` (float64, Krippendorff's alpha; missing where there is none).
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the rows in the order of the drawing.

    Raises
    ------
    ValueError
        If `size` is neither, or no claim has a number.

    Examples
    --------
    >>> rows = [["E12", "a loss", 9, 1.0, 0.8], ["E19", "a raid", 9, -0.2, 1.0]]
    >>> columns = ["claim", "what", "tags", "hedged", "attributed"]
    >>> agreement_chart(pd.DataFrame(rows, columns=columns)).table["claim"].tolist()
    ['E19', 'E12']
    """
    scale = scale_of(size)
    values = table[[*_QUESTIONS]]
    table = table[values.notna().any(axis=1)]
    if table.empty:
        raise ValueError("table: expected claims with a number, found none.")
    order = table[[*_QUESTIONS]].min(axis=1).sort_values(kind="stable").index
    table = table.loc[order].reset_index(drop=True)
    figure, axes = canvas(7.2, 1.3 + 0.42 * len(table), scale)
    for place, row in table.iterrows():
        _draw_agreement(axes, row, place, scale)
    lowest = min(0.0, float(table[[*_QUESTIONS]].min(axis=None)))
    axes.axvline(0, color=_EDGE, linewidth=scale, linestyle=(0, (4, 3)))
    axes.set(xlim=(lowest - 0.08, 1.06), ylim=(len(table) - 0.5, -0.5))
    axes.set_yticks(
        range(len(table)), [f"{row.claim}  {_short(row.what)}" for row in table.itertuples()]
    )
    axes.tick_params(axis="y", length=0)
    axes.set_xlabel("alpha: 0 as by chance, 1 all agree", color=INK, fontsize=10 * scale)
    _agreement_key(figure, scale)
    return Chart(figure, _agreement_alt(table), _caption(table), table)


def _draw_agreement(axes, row: pd.Series, place: int, scale: float) -> None:
    drawn = [row[question] for question in _QUESTIONS if pd.notna(row[question])]
    axes.plot(drawn, [place] * len(drawn), color=_EDGE, linewidth=1.2 * scale, zorder=1)
    for question, (colour, marker) in _QUESTIONS.items():
        if pd.notna(row[question]):  # the square is hollow and larger: both show where they meet
            axes.plot(
                row[question], place, marker=marker, color=colour, linestyle="none",
                markersize=(7 if marker == "o" else 11) * scale, markeredgewidth=1.6 * scale,
                markerfacecolor=colour if marker == "o" else "none", clip_on=False,
            )  # fmt: skip


def _agreement_key(figure, scale: float) -> None:
    handles = [
        Line2D(
            [], [], linestyle="none", marker=marker, color=colour, label=f"{question}?",
            markersize=(7 if marker == "o" else 11) * scale, markeredgewidth=1.6 * scale,
            markerfacecolor=colour if marker == "o" else "none",
        )
        for question, (colour, marker) in _QUESTIONS.items()
    ]  # fmt: skip
    figure.legend(
        handles=handles, loc="outside upper left", ncols=2, frameon=False, fontsize=10 * scale,
        labelcolor=INK, columnspacing=2,
    )  # fmt: skip


def _short(what: object) -> str:
    words = "" if pd.isna(what) else str(what)
    return words if len(words) <= 38 else words[:37].rstrip() + "…"


def _caption(table: pd.DataFrame) -> str:
    return (
        f"Krippendorff’s alpha of each claim, from {int(table['tags'].max())} hand-ins: is it hedged "
        "(dot), is it attributed (square)? The most divided claim is on top."
    )


def _agreement_alt(table: pd.DataFrame) -> str:
    first = table.iloc[0]
    said = " and ".join(
        f"{question} {first[question]:.2f}" for question in _QUESTIONS if pd.notna(first[question])
    )
    return (
        f"Dots and squares for {len(table)} claim{'s' * (len(table) > 1)}, along alpha, where 0 is "
        f"chance and 1 is agreement. The class is most divided on {first['claim']}: {said}."
    )
