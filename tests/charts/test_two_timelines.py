"""Two documents on one timeline, drawn and said in words."""

import pandas as pd
import pytest

import lessonkit
from lessonkit.charts import both_timelines
from lessonkit.charts._time import DAY, SPAN, When
from lessonkit.charts._two_timelines import _panels
from lessonkit.despatch.events import program_events
from lessonkit.layout.spans import lay_out
from lessonkit.style import INK, PAPER

DESPATCH = lessonkit.load()
EVENTS = DESPATCH.events
PROGRAM = program_events(DESPATCH.layout, DESPATCH.dates)


def events_of(text, written=None):
    return program_events(lay_out(text), lessonkit.find_dates(text, written))


LETTER = events_of("Mr. Wu came on May 3, 1901. He left on May 9. The treaty of 1894 was read.")


def test_what_it_says():
    chart = both_timelines(EVENTS, LETTER, ("No. 1667", "Mr. Hay’s note"))
    assert chart.alt == (
        "Timeline of two documents, a lane each, along a line of dates from 1894 to 1938. No. 1667: 28 "
        "of 30 events have a date, the last 19 September 1938; Mr. Hay’s note: 3 of 3 events have a "
        "date, the last 9 May 1901."
    )
    assert chart.table["document"].value_counts().to_dict() == {"No. 1667": 28, "Mr. Hay’s note": 3}
    assert "cut out" in chart.caption


def test_the_finding_follows_the_table():
    chart = both_timelines(EVENTS, LETTER.head(1))
    assert "yours: 1 of 1 events have a date, the last 3 May 1901" in chart.alt
    none = both_timelines(EVENTS, LETTER.head(0))
    assert none.alt.endswith("yours: 0 of 0 events have a date.")
    unresolved = both_timelines(EVENTS, events_of("It began on the 10th of March."))
    assert unresolved.alt.endswith("yours: 0 of 1 events have a date.")


@pytest.mark.parametrize("size", ["page", "room"])
@pytest.mark.parametrize(
    "second", [PROGRAM, LETTER, LETTER.head(0)], ids=["self", "letter", "none"]
)
def test_texts_are_large_enough_whole_and_apart(second, size):
    figure = both_timelines(EVENTS, second, ("No. 1667", "Mr. Hay to Mr. Wu"), size=size).figure
    figure.canvas.draw()
    texts = [text for axes in figure.axes for text in axes.texts if text.get_text()]
    texts += [label for axes in figure.axes for label in axes.get_xticklabels()]
    assert min(text.get_fontsize() for text in texts) >= (9 if size == "page" else 17)
    assert {text.get_color() for text in texts} == {INK}
    boxes = [text.get_window_extent() for text in texts]
    assert all(figure.bbox.contains(*corner) for box in boxes for corner in box.corners())
    overlaps = [
        (texts[i].get_text(), texts[j].get_text())
        for i, a in enumerate(boxes)
        for j, b in enumerate(boxes[:i])
        if a.overlaps(b)
    ]
    assert overlaps == []


def test_marks_tell_days_spans_bounds_and_allegations_apart():
    figure = both_timelines(EVENTS, LETTER).figure
    bars = [bar for axes in figure.axes for bar in axes.patches]
    assert (
        sum(bool(bar.get_hatch()) for bar in bars) == 10
    )  # E03, E05, 1894: years; eight bounded, one of them alleged
    assert [bar.get_linestyle() for bar in bars].count("--") == 1
    asked = [text for axes in figure.axes for text in axes.texts if text.get_text() == "?"]
    assert len(asked) == 11
    solid = [bar for bar in bars if not bar.get_hatch() and bar.get_facecolor()[:3] != (1, 1, 1)]
    assert len(solid) == 5  # E02, E04, E06, E07, E17


def test_an_inferred_day_is_a_hollow_point_and_an_alleged_one_a_dashed_ring():
    inferred = LETTER.assign(certainty=["inferred", "stated", "stated"])
    figure = both_timelines(inferred, LETTER.assign(hedge="it is alleged")).figure
    points = [line for axes in figure.axes for line in axes.lines if line.get_marker() == "o"]
    assert [point.get_markerfacecolor() == PAPER for point in points] == [True, False]
    rings = [ring for axes in figure.axes for ring in axes.collections]
    assert len(rings) == 2
    assert all(ring.get_linestyle()[0][1] for ring in rings)


def test_the_programs_rows_are_called_p_and_the_caption_says_what_there_is():
    chart = both_timelines(EVENTS, LETTER)
    assert set(chart.table["event"][28:]) == {"P01", "P02", "P03"}
    assert chart.table["event"][0] == "E01"
    assert "P01: the program's row E01." in chart.caption
    assert "Bold" not in chart.caption
    assert "P01" not in both_timelines(EVENTS, EVENTS).caption
    mixed = pd.concat([LETTER, EVENTS.tail(1)], ignore_index=True)
    assert (
        "Bold: a row that a reader added to the program's." in both_timelines(EVENTS, mixed).caption
    )


def test_a_readers_rows_are_bold_beside_the_programs():
    mixed = pd.concat([LETTER, EVENTS.tail(1)], ignore_index=True)
    figure = both_timelines(EVENTS, mixed).figure
    bold = [
        t.get_text() for axes in figure.axes for t in axes.texts if t.get_fontweight() == "bold"
    ]
    assert [text for text in bold if text != "?"] == ["E30"]


def days(*spans):
    return [When(pd.Timestamp(a), pd.Timestamp(b), DAY if a == b else SPAN) for a, b in spans]


def test_empty_years_are_cut_out_and_others_are_not():
    one = days(("1905-09-05",) * 2, ("1926-01-01", "1928-12-31"), ("1930-01-01", "1930-12-31"))
    assert [str(first.year) for first, _ in _panels(one)] == ["1905", "1926"]
    near = days(("1938-03-01",) * 2, ("1938-05-31",) * 2)
    assert len(_panels(near)) == 1
    far = days(*((f"{year}-01-01",) * 2 for year in range(1900, 1920, 2)))
    assert len(_panels(far)) == 5


def test_odd_tables():
    with pytest.raises(ValueError, match="at least one event with a date, found none"):
        both_timelines(EVENTS.head(0), LETTER.head(0))
    with pytest.raises(ValueError, match="expected one of 'page', 'room'"):
        both_timelines(EVENTS, LETTER, size="wall")
    many = pd.concat([EVENTS] * 5, ignore_index=True)
    assert len(both_timelines(many, EVENTS).table) == 28 * 6
    signs = both_timelines(EVENTS, LETTER.assign(event="$5_{<b>"), ("<i>" * 30, "$x_{"))
    signs.figure.canvas.draw()
    assert "<b>" not in signs._repr_html_()
    assert len(signs.alt) <= 300
    one_day = both_timelines(LETTER.head(1), LETTER.head(1))
    one_day.figure.canvas.draw()
    assert "from 1901 to 1901" in one_day.alt


def test_it_is_drawn_the_same_way_twice():
    assert both_timelines(EVENTS, LETTER).png() == both_timelines(EVENTS, LETTER).png()
