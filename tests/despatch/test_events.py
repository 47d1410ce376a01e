"""Events: the editor's thirty rows, the program's by rule, for any text."""

import edtf as reference
import pandas as pd
from hypothesis import given, settings

import lessonkit
from lessonkit.despatch.events import program_events
from lessonkit.despatch.tables import dates_table
from lessonkit.layout.spans import lay_out

from tests.support.strategies import TEXTS

DESPATCH = lessonkit.load()

# Read from the despatch by hand: event, certainty, first day, last day, section
TRUTH = """
E01 stated   1905-09-05 1905-09-05 4
E02 stated   1926-01-01 1927-12-31 7
E03 stated   1928-01-01 1928-12-31 7
E04 stated   1930-01-01 1931-12-31 7
E05 stated   1933-01-01 1933-12-31 7
E06 stated   1933-01-01 1934-12-31 7
E07 stated   1933-01-01 1935-12-31 7
E08 stated   1938-05-31 1938-05-31 6
E09 inferred 1938-06-03 1938-06-03 5
E10 bounded  1938-06-03 1938-08-24 5
E11 stated   1938-06-29 1938-06-29 –
E12 undated  –          –          3
E13 bounded  –          1938-08-10 3
E14 stated   1938-07-14 1938-07-14 1
E15 bounded  –          1938-08-10 3
E16 inferred 1938-08-10 1938-08-10 3
E17 inferred 1938-08-10 1938-09-19 3
E18 bounded  1938-08-10 1938-09-19 4
E19 bounded  1938-08-10 1938-09-19 4
E20 inferred 1938-09-19 1938-09-19 4
E21 bounded  1938-05-31 1938-08-21 6
E22 bounded  1938-05-31 1938-08-21 6
E23 stated   1938-08-21 1938-08-21 6
E24 inferred 1938-08-24 1938-08-24 5
E25 stated   1938-09-04 1938-09-04 7
E26 inferred 1938-09-04 1938-09-04 7
E27 stated   1938-09-05 1938-09-05 –
E28 undated  –          –          8
E29 bounded  –          1938-09-19 8
E30 inferred 1938-09-19 1938-09-19 8
"""


def test_the_editors_events():
    events = DESPATCH.events
    assert events["found_by"].eq("editor").all()
    columns = ["event", "certainty", "not_before", "not_after", "section"]
    found = [
        ["–" if pd.isna(value) else str(value)[:10] for value in row]
        for row in events[columns].to_numpy()
    ]
    assert found == [line.split() for line in TRUTH.split("\n") if line]


def test_every_row_quotes_the_text_and_dates_are_valid_edtf():
    for row in DESPATCH.events.itertuples():
        assert DESPATCH.text[row.start : row.end] == row.quote
        assert pd.isna(row.edtf) == (row.certainty == "undated")
        if pd.notna(row.edtf) and not row.edtf.startswith("[.."):
            reference.parse_edtf(row.edtf)


def test_chains_of_tellers_end_with_who_wrote():
    for row in DESPATCH.events.itertuples():
        assert row.told_by.split(" > ")[-1] in ("Kirk", "FRUS editors"), row.event


def test_claims_without_teller_or_hedge():
    """Named in lesson 4: the closing, the credentials, the problems put into the background."""
    events = DESPATCH.events.set_index("event")
    assert events.loc[["E17", "E18", "E25"], "hedge"].isna().all()
    assert set(events.loc[["E17", "E18", "E25"], "told_by"]) == {"Kirk", "unnamed > Kirk"}


def test_the_programs_events():
    laid = DESPATCH.layout
    events = program_events(laid, dates_table(laid, None))
    assert len(events) == 17
    assert events["certainty"].tolist() == ["stated", *["inferred"] * 3, *["stated"] * 13]
    assert events["quote"][7].startswith("In 1928 he was Chief of Staff")
    assert events["quote"][15] == "7. See Embassy’s despatch No. 1426, June 29, 1938."
    empty = ["what", "told_by", "hedge", "place", "note"]
    assert events[empty].isna().all(axis=None)
    pd.testing.assert_frame_equal(lessonkit.find_events(DESPATCH), events)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_programs_events_of_any_text(text):
    laid = lay_out(text)
    dates = dates_table(laid, None)
    events = program_events(laid, dates)
    assert len(events) == len(dates)
    for event, found in zip(events.itertuples(), dates.itertuples(), strict=True):
        assert text[event.start : event.end] == event.quote
        assert event.start <= found.start < found.end <= event.end
        assert event.phrase == found.phrase
        assert (event.edtf == found.edtf) or (pd.isna(event.edtf) and pd.isna(found.edtf))
        assert (event.not_before == found.not_before) or pd.isna(found.not_before)
