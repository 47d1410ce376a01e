"""The tellers: a row a claim, who is named and who is not, hedges, and the same said in words."""

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

import lessonkit
from lessonkit.charts import teller_chart
from lessonkit.charts._teller_chains import _WIDE

EVENTS = lessonkit.load().events
CLAIMS = EVENTS[EVENTS["event"].isin(["E12", "E17", "E18", "E19", "E20", "E24", "E28", "E29"])]


def texts_of(chart):
    axes, figure = chart.figure.axes[0], chart.figure
    keys = [text for legend in figure.legends for text in legend.get_texts()]
    return [text for text in [*axes.texts, *axes.get_yticklabels(), *keys] if text.get_text()]


def words_of(chart):
    return [text.get_text() for text in texts_of(chart)]


def squares_of(chart):
    return [patch for patch in chart.figure.axes[0].patches if isinstance(patch, Rectangle)]


def one(**values):
    return CLAIMS.head(1).assign(**values)


def test_what_it_says():
    chart = teller_chart(CLAIMS)
    assert chart.alt == (
        "Chains of squares for 8 claims, a row each, from the event to Washington: a square a "
        "teller. Without a name somewhere in the chain: 5 (hatched). Without a hedge: 3 (solid "
        "line). Most tellers: 3, of E12, E19 and E28."
    )
    assert chart.table["tellers"].tolist() == [3, 1, 2, 3, 2, 2, 3, 2]
    assert list(chart.table) == ["event", "what", "told_by", "hedge", "tellers"]
    assert "hatched where nobody is named" in chart.caption
    assert "Not drawn" not in chart.caption


def test_squares_are_hatched_where_nobody_is_named_and_the_last_ones_stand_in_line():
    squares = squares_of(teller_chart(CLAIMS))
    assert [bool(square.get_hatch()) for square in squares[:8]] == [
        True, False, False, False, True, False, True, False,
    ]  # fmt: skip
    ends = [square.get_x() + square.get_width() / 2 for square in squares]
    last = [ends[i] for i in (2, 3, 5, 8, 10, 12, 15, 17)]
    assert last == pytest.approx([last[0]] * 8)
    assert all(0 < end < _WIDE for end in ends)


def test_hedges_are_quoted_and_their_absence_is_said():
    words = words_of(teller_chart(CLAIMS))
    assert "“according to the Embassy’s information” … “were alleged”" in words
    assert "“impossible to confirm” … “press reports” … “less insistent”" in words
    assert words.count("no hedge") == 3 + 1  # in three rows, and in the key
    lines = teller_chart(CLAIMS).figure.axes[0].lines
    dashed = [line.is_dashed() for line in lines if line.get_marker() == "None"][:8]
    assert dashed == [True, False, False, True, True, False, True, True]


@pytest.mark.parametrize("size", ["page", "room"])
@pytest.mark.parametrize("table", [CLAIMS, EVENTS, CLAIMS.tail(1)], ids=["claims", "all", "one"])
def test_no_text_is_small_cut_off_or_overlaps(table, size):
    chart = teller_chart(table, size=size)
    chart.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in texts_of(chart)]
    whole = chart.figure.bbox.padded(1)
    assert all(whole.contains(*corner) for box in boxes for corner in box.corners())
    boxes = [box.padded(-1) for box in boxes]
    assert not [1 for i, one in enumerate(boxes) for other in boxes[:i] if one.overlaps(other)]
    assert min(text.get_fontsize() for text in texts_of(chart)) >= (9 if size == "page" else 18)


def test_another_table_is_another_finding():
    alt = teller_chart(one(told_by="A > B > C > D", hedge=None), to="London").alt
    assert "1 claim, a row each, from the event to London" in alt
    assert "in the chain: 0 (hatched). Without a hedge: 1 (solid line)" in alt
    assert "Most tellers: 4, of E12" in alt
    assert 40 <= len(alt) <= 300


def test_odd_tables():
    for empty in (CLAIMS.head(0), one(told_by=None)):
        with pytest.raises(ValueError, match="say who told them, found none"):
            teller_chart(empty)
    with pytest.raises(ValueError, match="expected one of 'page', 'room', found 'wall'"):
        teller_chart(CLAIMS, size="wall")
    some = pd.concat([CLAIMS, one(told_by=None)])
    assert teller_chart(some).caption.endswith("Not drawn, because nothing is entered: 1.")
    assert teller_chart(one(told_by=" > ")).table["tellers"].tolist() == [1]
    assert "E12" in words_of(teller_chart(one(what=None)))
    odd = teller_chart(one(told_by="$5_{ > " + "x" * 90, hedge="$6 and $7_{ " * 40, what="$8 $9_{"))
    odd.figure.canvas.draw()  # signs are no mathematics
    assert "$5_{" in words_of(odd)
    assert "<b>" not in teller_chart(one(told_by="<b>"))._repr_html_()


def test_it_is_the_same_each_time_and_changes_nothing():
    before = CLAIMS.copy()
    assert teller_chart(CLAIMS).png() == teller_chart(CLAIMS).png()
    pd.testing.assert_frame_equal(CLAIMS, before)
