"""A claim and its cards, drawn and said in words."""

from datetime import date

import pandas as pd
import pytest
from matplotlib.colors import to_hex

import lessonkit
from lessonkit.charts import claim_cards
from lessonkit.charts._time import BOUNDED, DAY, SPAN, When, when_of
from lessonkit.style import INK, PAPER, VERMILLION

CARDS, EVENTS = lessonkit.load_cards(), lessonkit.load().events
WRITTEN = date(1938, 9, 19)


def of(claim, **cells):
    return CARDS[CARDS["claim"] == claim].assign(**cells)


ALTS = {
    "consulates": (
        "Timeline of a claim and its 2 cards, a row each, along a line of days. The despatch dates its "
        "claim between 10 August 1938 and 19 September 1938. K1 tells of something not after 25 April "
        "1938, at least 107 days earlier. K2 of 6 August 1938, 4 days earlier."
    ),
    "aid": (
        "Timeline of a claim and its 2 cards, a row each, along a line of days. The despatch dates its "
        "claim not after 19 September 1938. None of the cards names a day for what it tells."
    ),
    "truce": (
        "Timeline of a claim and its 2 cards, a row each, along a line of days. The despatch dates its "
        "claim 10 August 1938. K5 tells of 10 August 1938, the same day. K6 of 11 August 1938, 1 day "
        "later."
    ),
}


@pytest.mark.parametrize("claim", ALTS)
def test_what_it_says(claim):
    chart = claim_cards(of(claim), EVENTS, WRITTEN)
    assert chart.alt == ALTS[claim]
    assert len(chart.table) == 3
    assert list(chart.table) == ["row", "says", "informant", "written", "tells of"]


def test_the_finding_follows_the_table():
    day = pd.Timestamp(1938, 8, 12)
    later = of("consulates", edtf="1938-08-12", not_before=day, not_after=day)
    assert "K2 of 12 August 1938, within that." in claim_cards(later, EVENTS).alt
    one = claim_cards(of("truce").tail(1), EVENTS)
    assert "its 1 card, a row each" in one.alt
    assert "K6 tells of 11 August 1938, 1 day later." in one.alt
    undated = EVENTS.assign(edtf=None, not_before=pd.NaT, not_after=pd.NaT)
    assert (
        "The claim has no date. K5 tells of 10 August 1938. K6"
        in claim_cards(of("truce"), undated).alt
    )


@pytest.mark.parametrize("claim", ALTS)
@pytest.mark.parametrize("size", ["page", "room"])
def test_texts_are_large_enough_whole_and_apart(claim, size):
    figure = claim_cards(of(claim), EVENTS, WRITTEN, size=size).figure
    figure.canvas.draw()
    texts = [text for text in figure.axes[0].texts if text.get_text()]
    assert min(text.get_fontsize() for text in texts) >= (9 if size == "page" else 17)
    assert {text.get_color() for text in texts} == {INK}
    boxes = [text.get_window_extent() for text in texts]
    assert all(figure.bbox.contains(*corner) for box in boxes for corner in box.corners())
    assert not [1 for i, a in enumerate(boxes) for b in boxes[:i] if a.overlaps(b)]


def test_only_what_is_bounded_is_hatched_and_asks():
    axes = claim_cards(of("consulates"), EVENTS, WRITTEN).figure.axes[0]
    bars = [bar for bar in axes.patches if bar.get_hatch()]
    assert len(bars) == [text.get_text() for text in axes.texts].count("?") == 2
    points = [line for line in axes.lines if line.get_marker() == "o"]
    assert [float(point.get_xdata()[0]) for point in points] == [-11471.0]  # 6 August 1938
    squares = [line for line in axes.lines if line.get_marker() == "s"]
    assert len(squares) == 3
    assert {square.get_markerfacecolor() for square in squares} == {PAPER}
    arrows = [line for line in axes.lines if line.get_marker() == "<"]
    assert len(arrows) == 1  # K1 has no lower bound


def test_an_allegation_stays_open():
    alleged = EVENTS.assign(hedge="alleged")
    axes = claim_cards(of("truce"), alleged, WRITTEN).figure.axes[0]
    (ring,) = [drawn for drawn in axes.collections if len(drawn.get_offsets()) == 1]
    assert to_hex(ring.get_edgecolor()[0]) == VERMILLION.lower()
    assert to_hex(ring.get_facecolor()[0]) == PAPER
    ((_, dashes),) = ring.get_linestyle()
    assert dashes


def test_odd_tables():
    with pytest.raises(
        ValueError, match="found an empty table.*claim must be consulates, aid or truce"
    ):
        claim_cards(CARDS.head(0), EVENTS)
    with pytest.raises(ValueError, match="one claim, found consulates, aid, truce. Filter them"):
        claim_cards(CARDS, EVENTS)
    with pytest.raises(ValueError, match="expected a row E18"):
        claim_cards(of("consulates"), EVENTS.head(3))
    with pytest.raises(ValueError, match="expected one of 'page', 'room'"):
        claim_cards(of("aid"), EVENTS, size="wall")
    bare = claim_cards(of("aid", informant=None), EVENTS)
    assert bare.table["informant"].tolist()[1:] == ["not on our card"] * 2
    signs = claim_cards(of("aid", informant="$5_{ <b>"), EVENTS)
    signs.figure.canvas.draw()
    assert "<b>" not in signs._repr_html_()
    many = pd.concat([of("truce")] * 8, ignore_index=True)
    assert 40 <= len(claim_cards(many, EVENTS, WRITTEN).alt) <= 300


def test_how_a_date_is_drawn():
    first, last = pd.Timestamp(1938, 8, 1), pd.Timestamp(1938, 8, 31)
    assert when_of("1938-08", first, last) == When(first, last, BOUNDED)
    assert when_of("1938-08-01/1938-08-31", first, last) == When(first, last, SPAN)
    assert when_of("[1938-08-01..1938-08-31]", first, last).kind == BOUNDED
    assert when_of("1938-08-01", first, first, "were alleged") == When(first, first, DAY, True)
    assert when_of("1938-08-01/..", first, pd.NaT).kind == BOUNDED
    assert when_of(None, pd.NaT, pd.NaT) is None
    assert when_of("XXXX-06-03", pd.NaT, pd.NaT) is None
