"""The strip of dates: a dot a day, and the same said in words."""

from datetime import date

import pytest

import lessonkit
from lessonkit import charts
from lessonkit.charts import date_strip
from lessonkit.style import PAPER

DATES = lessonkit.load().dates


def words_of(chart):
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_text()]


@pytest.mark.parametrize("size", ["page", "room"])
def test_date_strip(size):
    chart = date_strip(DATES, size=size)
    assert 40 <= len(chart.alt) <= 300
    assert (
        "10 mentions of 9 days, 31 May 1938 to 5 September 1938; of 3 the year was supplied"
        in chart.alt
    )
    assert chart.table["edtf"].tolist() == [
        "1938-05-31", "1938-06-03", "1938-06-29", "1938-06-29", "1938-07-14", "1938-08-10",
        "1938-08-21", "1938-08-24", "1938-09-04", "1938-09-05",
    ]  # fmt: skip
    dots = [line for line in chart.figure.axes[0].lines if line.get_marker() == "o"]
    assert [dot.get_markerfacecolor() == PAPER for dot in dots] == [
        row in ("June 3", "Aug. 10th", "24th of August") for row in chart.table["phrase"]
    ]
    assert "not before 5 September 1938" in words_of(chart)
    assert "September 5, 1938 (in a note)" in words_of(chart)
    assert "← 7 others: older, or no single day" in words_of(chart)
    smallest = min(text.get_fontsize() for text in chart.figure.axes[0].texts if text.get_text())
    assert smallest >= (9 if size == "page" else 18)


def test_date_strip_with_the_date_of_writing():
    chart = date_strip(DATES, written=date(1938, 9, 19))
    assert "written 19 September 1938,\n14 days later" in words_of(chart)
    assert "14 days later: written 19 September 1938" in chart.alt
    assert 40 <= len(chart.alt) <= 300
    earlier = date_strip(DATES, written="1938-09-04")
    assert "1 day earlier: written 4 September 1938" in earlier.alt


@pytest.mark.parametrize("written", [None, date(1938, 9, 19), date(1938, 1, 1)])
def test_no_text_of_the_date_strip_is_cut_off(written):
    figure = date_strip(DATES, written).figure
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts if text.get_text()]
    assert all(figure.bbox.contains(*corner) for box in boxes for corner in box.corners())


def test_date_strip_of_other_rows():
    body = date_strip(DATES[DATES["where"] == "body"])
    assert "not before 4 September 1938" in words_of(body)
    one = date_strip(lessonkit.find_dates("On June [Page 4] 4, 1938, he came for $5 and $6."))
    assert "June 4, 1938" in words_of(one)
    with pytest.raises(ValueError, match="single days, found none"):
        date_strip(DATES[DATES["edtf"] == "1928"])


@pytest.mark.parametrize("written", ["1938", 5, "", "x", "1938-13-45"])
def test_no_line_is_drawn_at_a_day_that_nobody_gave(written):
    with pytest.raises(lessonkit.DateError, match="expected a date such as"):
        date_strip(DATES, written=written)
    with pytest.raises(lessonkit.DateError, match="expected a date such as"):
        charts.timeline(lessonkit.load().events, received=written)
