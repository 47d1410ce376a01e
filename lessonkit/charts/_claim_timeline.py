"""A claim and its cards on one line of time: what each tells of, and when it was written."""

from __future__ import annotations

import textwrap
from datetime import date, timedelta

import matplotlib.dates as mdates
import pandas as pd

from lessonkit.charts._chart import Chart, canvas, scale_of
from lessonkit.charts._time import (
    BOUNDED,
    DAY,
    When,
    calendar_axis,
    draw_when,
    ends,
    say_when,
    short,
    when_of,
)
from lessonkit.dates import bounds
from lessonkit.style import BLUE, INK, PAPER, VERMILLION

_WRAP = 25  # characters of a label's line
_PAPER_BELOW = 0.33  # of a row: the paper's own mark stands below what it tells of
_SAYS = 100  # characters of what a row says, in the table
_LONGEST = 300  # characters of alternative text


def claim_cards(
    cards: pd.DataFrame, events: pd.DataFrame, written: date | None = None, size: str = "page"
) -> Chart:
    """Draw a claim of the despatch and the cards that bear on it, a row each.

    A filled mark is what a row tells of: a point for a day, a solid bar for a span, a hatched
    one with "?" where it is only bounded. A square is the paper itself, a thin hatched bar where
    its day is only bounded. The band shows where the despatch's own date would hold.

    Parameters
    ----------
    cards : pandas.DataFrame
        Rows of the cards table, all of one claim.
    events : pandas.DataFrame
        The despatch's events, among them the one that makes the claim.
    written : datetime.date, optional
        The despatch's own date.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the rows that are drawn.

    Raises
    ------
    ValueError
        If `size` is neither, there is no card, the cards are of several claims, or `events` does
        not hold the claim.

    Examples
    --------
    >>> import lessonkit
    >>> cards, despatch = lessonkit.load_cards(), lessonkit.load()
    >>> chart = claim_cards(cards[cards["claim"] == "truce"], despatch.events)
    >>> chart.alt[-76:]
    'K5 tells of 10 August 1938, the same day. K6 of 11 August 1938, 1 day later.'
    """
    scale = scale_of(size)
    claim = _claim(cards, events)
    rows = [_of_despatch(claim, written)] + [_of_card(card) for card in cards.itertuples()]
    figure, axes = canvas(7.4, 0.8 + 0.8 * len(rows), scale)
    axes.set(xlim=_limits(rows), ylim=(len(rows) - 0.4, -0.42))
    _band(axes, rows[0]["told"])
    for height, row in enumerate(rows):
        _draw(axes, row, height, VERMILLION if height == 0 else BLUE, scale)
    _finish(axes, rows, scale)
    table = pd.DataFrame([{key: row[key] for key in _SHOWN} for row in rows])
    return Chart(figure, _alt(rows), _CAPTION, table)


_SHOWN = ("row", "says", "informant", "written", "tells of")
_CAPTION = (
    "Coloured: what each row tells of; a point is a day, hatched with “?” is only bounded, an arrow "
    "has no bound on that side. Square: the day of the paper itself, hatched where our sources only "
    "bound it. Band: the days that the despatch's own claim allows."
)


def _claim(cards: pd.DataFrame, events: pd.DataFrame):
    if cards.empty:
        raise ValueError(
            "cards: expected at least one card, found an empty table. In lesson 7, claim must be "
            "consulates, aid or truce."
        )
    claims = cards["claim"].unique()
    if len(claims) > 1:
        raise ValueError(
            f"cards: expected the cards of one claim, found {', '.join(claims)}. Filter them first."
        )
    wanted = cards["event"].iloc[0]
    found = events[events["event"] == wanted]
    if found.empty:
        raise ValueError(f"events: expected a row {wanted}, which makes the claim, found none.")
    return next(found.itertuples())


def _of_despatch(claim, written: date | None) -> dict:
    day = pd.Timestamp(written) if written else pd.NaT
    return {
        "row": "the despatch",
        "says": _few_words(claim.what),
        "informant": claim.told_by if isinstance(claim.told_by, str) else "not said",
        "written": day.date().isoformat() if written else None,
        "tells of": claim.edtf,
        "told": when_of(claim.edtf, claim.not_before, claim.not_after, claim.hedge),
        "paper": When(day, day, DAY) if written else None,
    }


def _of_card(card) -> dict:
    first, last = map(pd.Timestamp, bounds(card.date))
    return {
        "row": f"{card.card}, {card.document}",
        "says": _few_words(card.paraphrase),
        "informant": card.informant if isinstance(card.informant, str) else "not on our card",
        "written": card.date,
        "tells of": card.edtf,
        "told": when_of(card.edtf, card.not_before, card.not_after),
        # a paper has one day: a month or a year only bounds it
        "paper": When(first, last, DAY if first == last else BOUNDED),
    }


def _few_words(said: object) -> str | None:
    return textwrap.shorten(said, _SAYS, placeholder=" …") if isinstance(said, str) else None


def _limits(rows: list[dict]) -> tuple[float, float]:
    days = [
        day
        for row in rows
        for when in (row["told"], row["paper"])
        if when
        for day in (when.first, when.last)
        if pd.notna(day)
    ]
    first, last = min(days), max(days)
    margin = max((last - first) * 0.06, timedelta(days=2))
    return tuple(float(mdates.date2num(day)) for day in (first - margin, last + margin))


def _band(axes, told: When | None) -> None:
    if told:
        left, right = ends(told, axes.get_xlim())
        if told.kind == DAY:
            left, right = left - 0.5, right + 0.5
        axes.axvspan(left, right, color=VERMILLION, alpha=0.12, linewidth=0, zorder=0)


def _draw(axes, row: dict, height: float, colour: str, scale: float) -> None:
    below, limits = height + _PAPER_BELOW, axes.get_xlim()
    told, paper = row["told"], row["paper"]
    if told:
        draw_when(axes, told, height, colour, scale)
        _beside(axes, ends(told, limits), height, short(told), scale)
    else:
        _beside(axes, (limits[0],) * 2, height, "names no day", scale)
    if paper is None:
        return
    draw_when(axes, paper, below, INK, scale, mark="s", tall=0.22, filled=False)
    _beside(axes, ends(paper, limits), below, f"written {_day_of_paper(row, paper)}", scale)


def _day_of_paper(row: dict, paper: When) -> str:
    if paper.kind == DAY or str(row["written"]).startswith("["):
        return short(paper)
    return f"in {paper.first:%B}" if len(row["written"]) == 7 else f"in {row['written']}"


def _beside(axes, place: tuple[float, float], height: float, words: str, scale: float) -> None:
    """Write words beside a mark where there is more room, over it if there is little."""
    low, high = axes.get_xlim()
    left, right = place[0] - low, high - place[1]
    at, side, shift = (place[1], "left", 9) if right >= left else (place[0], "right", -9)
    if max(left, right) < 0.3 * (high - low):
        at, side, shift = place[0], "left", 9
    axes.annotate(
        words, (at, height), va="center", ha=side, xytext=(shift * scale, 0), zorder=6,
        textcoords="offset points", fontsize=10 * scale, color=INK,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1} if shift > 0 and at < place[1] else None,
    )  # fmt: skip


def _finish(axes, rows: list[dict], scale: float) -> None:
    for height, row in enumerate(rows):
        informant = textwrap.fill(f"told by: {row['informant']}", _WRAP)
        for words, weight, at, side in (
            (row["row"], "bold", height - 0.02, "bottom"), (informant, "normal", height + 0.02, "top"),
        ):  # fmt: skip
            axes.text(
                -0.03, at, words, transform=axes.get_yaxis_transform(), ha="right", va=side,
                fontsize=10 * scale, fontweight=weight, color=INK, parse_math=False,
            )  # fmt: skip
        if height:
            axes.axhline(height - 0.42, color="#dddddd", linewidth=0.8 * scale, zorder=0)
    axes.set_yticks([])
    calendar_axis(axes)
    axes.spines["left"].set_visible(False)


def _alt(rows: list[dict]) -> str:
    claim, *cards = rows
    told = claim["told"]
    said = f"The despatch dates its claim {say_when(told)}." if told else "The claim has no date."
    alt = (
        f"Timeline of a claim and its {len(cards)} card{'s' if len(cards) > 1 else ''}, a row "
        f"each, along a line of days. {said}"
    )
    dated = [row for row in cards if row["told"]]
    if not dated:
        return f"{alt} None of the cards names a day for what it tells."
    verb = " tells"
    for row in dated:
        name = row["row"].partition(",")[0]
        more = f" {name}{verb} of {_said(row['told'])}{_against(row['told'], told)}."
        if len(alt) + len(more) > _LONGEST:
            break
        alt, verb = alt + more, ""
    return alt


def _said(when: When) -> str:
    return f"something {say_when(when)}" if when.kind == BOUNDED else say_when(when)


def _against(card: When, claim: When | None) -> str:
    """Say how a card's date lies to the claim's, where that follows."""
    if claim is None:
        return ""
    before = (claim.first - card.last).days if _both(claim.first, card.last) else 0
    after = (card.first - claim.last).days if _both(card.first, claim.last) else 0
    least = "at least " if card.kind == BOUNDED else ""
    if before > 0:
        return f", {least}{before} day{'s' if before > 1 else ''} earlier"
    if after > 0:
        return f", {least}{after} day{'s' if after > 1 else ''} later"
    if card.kind == DAY == claim.kind:
        return ", the same day"
    return ", within that" if card.kind == DAY and _both(claim.first, claim.last) else ""


def _both(one: object, other: object) -> bool:
    return pd.notna(one) and pd.notna(other)
