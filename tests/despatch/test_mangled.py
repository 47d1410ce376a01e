"""What a bad copy does to a document, and what it must not change."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lessonkit
from lessonkit.despatch.events import event_rows, program_events
from lessonkit.despatch.tables import dates_table
from lessonkit.layout.sentences import Sentences
from lessonkit.layout.spans import lay_out

from tests.support.strategies import DESPATCH, TEXTS
from tests.support.texts import LETTER

pytestmark = pytest.mark.slow


def found(text):
    """Return what is found, by its reading: dates, events, notes and their markers."""
    laid = lay_out(text)
    dates = dates_table(laid, None)
    events = program_events(laid, dates)
    read = [laid.read(row.start, row.end) for row in events.itertuples()]
    values = dates[["edtf", "basis", "where", "section"]].astype(object)
    return laid.reading, values.where(values.notna(), None).to_numpy().tolist(), read


@st.composite
def with_page_breaks(draw):
    """A document, and the same with page breaks put before letters of its body, anywhere."""
    text = draw(st.sampled_from([DESPATCH, LETTER]))
    end = text.index("\n  1. ")
    body = text.index("Sir:") + 4
    places = [m.start() for m in re.finditer(r"(?<!\[)(?<![^\W\d_\s])(?=[^\W\d_])", text[:end])]
    places = [place for place in places if place > body]
    broken = text
    for place in sorted(draw(st.lists(st.sampled_from(places), max_size=5, unique=True)))[::-1]:
        page = f"[Page {draw(st.integers(1, 999))}]"
        apart = draw(st.sampled_from(["", " ", "\n"])) if broken[place - 1].isspace() else ""
        broken = broken[:place] + page + apart + broken[place:]
    return text, broken


@settings(max_examples=200, deadline=None)
@given(with_page_breaks())
def test_page_breaks_change_nothing_that_is_read(pair):
    text, broken = pair
    assert found(broken) == found(text)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([DESPATCH, LETTER]), st.data())
def test_a_lost_marker_changes_no_date_and_no_other_note(text, data):
    laid = lay_out(text)
    lost = data.draw(st.sampled_from(laid.markers))
    copy = text[: lost.start] + text[lost.end :]
    _, dates, events = found(copy)
    _, known_dates, known_events = found(text)
    without_place = [row[:3] for row in dates]
    assert without_place == [row[:3] for row in known_dates]
    assert events == known_events
    kept = [mark.value for mark in lay_out(copy).markers]
    assert kept == [mark.value for mark in laid.markers if mark != lost]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([DESPATCH, LETTER]), st.data())
def test_one_more_note_is_found_and_changes_nothing_else(text, data):
    laid = lay_out(text)
    numbers = [mark for mark in laid.markers if mark.value.isdecimal()]
    end = laid.notes[0].start
    body = text[:end].rindex("\n\nRespectfully")
    ends = [m.end() for m in re.finditer(r"[^\W\d_]{3,}(?=[ .,;])", text[:body])]
    place = data.draw(st.sampled_from([at for at in ends if at > numbers[-1].end] or [body]))
    number, last = int(numbers[-1].value) + 1, len(laid.notes) + 1
    longer = f"{text[:place]}{number}{text[place:]}\n  {last}. One more."
    added = lay_out(longer)
    assert [mark.value for mark in added.markers if mark.value.isdecimal()][-1] == str(number)
    assert added.called_by[-1].start == place
    assert added.reading == f"{laid.reading}\n{last}. One more."
    assert found(longer)[1:] == found(text)[1:]


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_load_raises_nothing_but_the_public_exception(text, tmp_path_factory):
    path = tmp_path_factory.mktemp("any") / "mine.txt"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    try:
        despatch = lessonkit.load(path)
    except lessonkit.LessonkitError as error:
        assert str(error).startswith("mine.txt")
        return
    assert str(despatch)
    for name in ("sections", "dates", "notes", "events"):
        assert isinstance(getattr(despatch, name), pd.DataFrame)


def test_a_sentence_is_walked_through_once_however_many_dates_it_has(monkeypatch):
    looked, ends_here = [], Sentences._ends_here
    monkeypatch.setattr(
        Sentences, "_ends_here", lambda self, index: looked.append(index) or ends_here(self, index)
    )
    laid = lay_out("He saw " + "Mr. June on June 3, Mr. Wu on May 4, " * 200 + "and left. He sat.")
    events = program_events(laid, dates_table(laid, None))
    assert (len(events), events["quote"].nunique()) == (400, 1)
    assert len(looked) < 1000


def test_the_events_of_one_sentence_share_one_quotation():
    laid = lay_out("On May 3, 1901, and May 4, 1901, it rained. On May 5, 1901, it snowed.")
    rows = event_rows(laid, dates_table(laid, None).itertuples())
    first, second, third = (row[10] for row in rows)
    assert first is second  # thousands of dates in one long sentence are no thousands of copies
    assert (first[-10:], third[-10:]) == ("it rained.", "it snowed.")
