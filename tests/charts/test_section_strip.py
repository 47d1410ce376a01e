"""The strip of sections: as high as their words, and the same said in words."""

import pandas as pd
import pytest

import lessonkit
from lessonkit.charts import section_strip

SECTIONS = lessonkit.load().sections


@pytest.mark.parametrize("size", ["page", "room"])
def test_section_strip(size):
    chart = section_strip(SECTIONS, size=size)
    assert 40 <= len(chart.alt) <= 300
    assert "324 of 956 words" in chart.alt
    assert "2 are hatched" in chart.alt
    assert chart.table["words"].sum() == 956
    bars = [patch for patch in chart.figure.axes[0].patches]
    assert [bar.get_height() for bar in bars] == [41, 49, 162, 118, 72, 70, 324, 120]
    assert [bool(bar.get_hatch()) for bar in bars] == [True] + [False] * 5 + [True, False]
    smallest = min(text.get_fontsize() for text in chart.figure.axes[0].texts)
    assert smallest >= (9 if size == "page" else 18)


def test_no_text_is_cut_off_or_overlaps():
    figure = section_strip(SECTIONS).figure
    figure.canvas.draw()
    page = figure.bbox
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert all(page.contains(*corner) for box in boxes for corner in box.corners())
    assert not [1 for i, a in enumerate(boxes) for b in boxes[:i] if a.overlaps(b)]


def test_html_carries_the_words_and_the_table_and_is_escaped():
    sections = SECTIONS.assign(heading="<script>x</script>")
    html = section_strip(sections)._repr_html_()
    assert html.startswith("<figure")
    assert '<img alt="Strip of 8 sections' in html
    assert "<details>" in html
    assert "<script>" not in html


def test_a_wrong_size_and_an_empty_table_are_refused():
    with pytest.raises(ValueError, match="expected one of 'page', 'room', found 'wall'"):
        section_strip(SECTIONS, size="wall")
    with pytest.raises(ValueError, match="found an empty table"):
        section_strip(SECTIONS.head(0))


def test_a_long_document_fits():
    many = pd.concat([SECTIONS] * 5, ignore_index=True)
    assert len(section_strip(many).figure.axes[0].patches) == 40


def test_signs_in_a_heading_are_no_mathematics():
    chart = section_strip(SECTIONS.assign(heading="Costs $5_{ and $6"))
    chart.figure.canvas.draw()
    assert "Costs $5_{ and $6" in [text.get_text() for text in chart.figure.axes[0].texts]
