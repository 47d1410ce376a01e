"""The word bars: sorted, own and copied words apart, and said in words from the same table."""

import pandas as pd
import pytest

import lessonkit
from lessonkit.charts import word_bars
from lessonkit.style import BLUE, PAPER

WORDS = lessonkit.whose_words(lessonkit.load())
OWN = WORDS.assign(own=WORDS["words"], quoted=0, copied=0)


def texts_of(chart):
    axes, figure = chart.figure.axes[0], chart.figure
    keys = [text for legend in figure.legends for text in legend.get_texts()]
    low, high = axes.get_xlim()
    ticks = [tick.label1 for tick in axes.xaxis.get_major_ticks() if low <= tick.get_loc() <= high]
    found = [*axes.texts, *axes.get_yticklabels(), *ticks, axes.xaxis.label, *keys]
    return [text for text in found if text.get_text()]


def boxes_of(chart):
    chart.figure.canvas.draw()
    return [text.get_window_extent() for text in texts_of(chart)]


def test_what_it_says():
    chart = word_bars(WORDS)
    assert chart.alt == (
        "Horizontal bars of 8 sections, sorted by words, from 0 to 324. The longest is section 7, "
        "before section 3 with 162. Of its words 164 are the signer’s own, 61 quoted, 99 copied "
        "whole."
    )
    assert chart.caption == (
        "The sections by their number of words, 956 in all; 160 of them are not the signer’s own: "
        "quoted between marks (dotted), or copied whole (striped)."
    )
    assert chart.table["section"].tolist() == [7, 3, 8, 4, 5, 6, 2, 1]


def test_the_bars_are_the_table():
    bars = word_bars(WORDS).figure.axes[0].patches
    assert [bar.get_width() for bar in bars] == [164, 61, 99, 162, 120, 118, 72, 70, 49, 41]
    assert [bar.get_x() for bar in bars][:4] == [0, 164, 225, 0]
    assert [bar.get_hatch() for bar in bars][:4] == [None, "....", "////", None]
    assert bars[0].get_facecolor()[:3] == pytest.approx(
        [int(BLUE[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    )


@pytest.mark.parametrize("size", ["page", "room"])
def test_no_text_is_small_cut_off_or_overlaps(size):
    for table in (WORDS, OWN, WORDS.tail(2), pd.concat([WORDS] * 3, ignore_index=True)):
        chart = word_bars(table, size=size)
        boxes, whole = boxes_of(chart), chart.figure.bbox.padded(1)
        assert all(whole.contains(*corner) for box in boxes for corner in box.corners())
        assert not [1 for i, one in enumerate(boxes) for other in boxes[:i] if one.overlaps(other)]
        smallest = min(text.get_fontsize() for text in texts_of(chart))
        assert smallest >= (9 if size == "page" else 18)


def test_another_table_is_another_finding():
    changed = WORDS.copy()
    changed.loc[2, ["words", "own", "copied"]] = [400, 390, 10]
    alt = word_bars(changed).alt
    assert "from 0 to 400. The longest is section 3, before section 7 with 324." in alt
    assert "390 are the signer’s own, 0 quoted, 10 copied whole" in alt
    assert 40 <= len(alt) <= 300


def test_without_copied_words_there_is_nothing_to_tell_apart():
    chart = word_bars(OWN)
    assert chart.figure.legends == []
    assert chart.alt.endswith("All of its words are the signer’s own.")
    assert chart.caption == "The sections by their number of words, 956 in all."
    one = word_bars(OWN.tail(1))
    assert "of 1 section, sorted by words, from 0 to 120. The longest is section 8. All" in one.alt


def test_odd_tables():
    with pytest.raises(ValueError, match="found an empty table"):
        word_bars(WORDS.head(0))
    with pytest.raises(ValueError, match="expected one of 'page', 'room', found 'wall'"):
        word_bars(WORDS, size="wall")
    zero = word_bars(WORDS.head(2).assign(words=0, own=0, quoted=0, copied=0))
    assert len(zero.figure.axes[0].patches) == 0
    assert "from 0 to 0" in zero.alt
    odd = word_bars(WORDS.assign(heading="Costs $5_{ and $6 " * 20))
    assert any(text.get_text().endswith("…") for text in texts_of(odd))
    boxes_of(odd)  # signs in a heading are no mathematics
    assert "<script>" not in word_bars(WORDS.assign(heading="<script>"))._repr_html_()


def test_it_is_the_same_each_time_and_changes_nothing():
    before = WORDS.copy()
    assert word_bars(WORDS).png() == word_bars(WORDS).png()
    pd.testing.assert_frame_equal(WORDS, before)
    assert word_bars(WORDS).figure.get_facecolor()[:3] == tuple(
        int(PAPER[i : i + 2], 16) / 255 for i in (1, 3, 5)
    )
