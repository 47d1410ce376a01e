"""The bundled despatch: what its tables hold, as literals read from the text by hand."""

import pandas as pd
import pytest

import lessonkit
from lessonkit.despatch.schema import TABLES

DESPATCH = lessonkit.load()


def test_sections():
    sections = DESPATCH.sections
    assert sections["section"].tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert sections["words"].tolist() == [41, 49, 162, 118, 72, 70, 324, 120]
    assert sections["part"].tolist() == [0, 1, 1, 1, 1, 1, 2, 2]
    assert sections["heading_lost"].tolist() == [False] * 6 + [True, False]
    assert sections["heading"].isna().tolist() == [True] + [False] * 5 + [True, False]
    assert sections["heading"][2] == "Oppression” of Japanese Concessionaires in Sakhalin."
    assert sections["first_page"].tolist() == [293, 293, 293, 294, 294, 294, 294, 295]
    assert sections["last_page"].tolist() == [293, 293, 294, 294, 294, 294, 295, 295]
    assert sections["text"][0].startswith("Sir: With reference")
    assert sections["text"][6].endswith("Shansi and Shensi.")


BODY = [  # phrase, EDTF, basis, section, page
    ("July 14, 1938", "1938-07-14", "stated", 1, 293),
    ("Aug. 10th", "1938-08-10", "context", 3, 294),
    ("June 3", "1938-06-03", "context", 5, 294),
    ("24th of August", "1938-08-24", "context", 5, 294),
    ("May 31, 1938", "1938-05-31", "stated", 6, 294),
    ("September 4, 1938", "1938-09-04", "stated", 7, 295),
    ("1926–27", "1926/1927", "stated", 7, 295),
    ("1928", "1928", "stated", 7, 295),
    ("1930–31", "1930/1931", "stated", 7, 295),
    ("1933", "1933", "stated", 7, 295),
    ("1933–34", "1933/1934", "stated", 7, 295),
    ("1933–35", "1933/1935", "stated", 7, 295),
]
NOTES = [  # the markers of the last three notes are lost, so is their place
    ("September 5, 1905", "1905-09-05", "stated", 4, 294),
    ("August 21, 1938", "1938-08-21", "stated", 6, 294),
    ("June 29, 1938", "1938-06-29", "stated", None, None),
    ("June 29, 1938", "1938-06-29", "stated", None, None),
    ("September 5, 1938", "1938-09-05", "stated", None, None),
]


@pytest.mark.parametrize(("where", "expected"), [("body", BODY), ("note", NOTES)])
def test_dates(where, expected):
    dates = DESPATCH.dates
    rows = dates[dates["where"] == where][["phrase", "edtf", "basis", "section", "page"]]
    found = [tuple(None if pd.isna(value) else value for value in row) for row in rows.to_numpy()]
    assert found == expected


def test_no_other_dates():
    """The year in the title of the cited volume, Foreign Relations, 1905, is no date."""
    assert len(DESPATCH.dates) == 17


def test_values_of_a_range_and_a_day():
    dates = DESPATCH.dates.set_index("phrase")
    assert dates.loc["1926–27", "not_before"] == pd.Timestamp("1926-01-01")
    assert dates.loc["1926–27", "not_after"] == pd.Timestamp("1927-12-31")
    assert dates.loc["Aug. 10th", "not_before"] == pd.Timestamp("1938-08-10")
    assert dates.loc["Aug. 10th", "not_after"] == pd.Timestamp("1938-08-10")


def test_notes():
    notes = DESPATCH.notes
    assert notes["marker"].fillna("–").tolist() == ["5", "6", "7", "*", "–", "8", "–", "9", "–"]
    assert "".join(by[0] for by in notes["by"]) == "eeeaaeaea"
    not_printed = notes.loc[notes["printed"].eq(False).fillna(False), "note"]
    assert not_printed.tolist() == [1, 4, 5, 6, 7, 8]


def test_attributes():
    assert DESPATCH.title == "The Chargé in the Soviet Union (Kirk) to the Secretary of State"
    assert (DESPATCH.number, DESPATCH.signed) == ("1667", "A. C. Kirk")
    assert DESPATCH.sender == "The Chargé in the Soviet Union (Kirk)"
    assert DESPATCH.recipient == "the Secretary of State"
    assert DESPATCH.card["document"] == "283"


def test_the_card_agrees_with_the_text():
    card = DESPATCH.card
    assert (card["title"], card["number"]) == (DESPATCH.title, DESPATCH.number)
    assert len(card["printed_marks"]) == len(DESPATCH.notes)
    for passage in card["copied"]:
        first, last = (
            DESPATCH.reading.find(passage["first"]),
            DESPATCH.reading.find(passage["last"]),
        )
        assert 0 <= first < last, passage


@pytest.mark.parametrize("name", list(TABLES))
def test_columns_are_the_declared_ones(name):
    table = getattr(DESPATCH, name)
    assert {c: str(t) for c, t in table.dtypes.items()} == {
        column: dtype for column, (dtype, _) in TABLES[name][1].items()
    }


def test_a_table_that_is_changed_changes_no_other():
    sections = DESPATCH.sections
    sections.loc[0, "words"] = 0
    assert DESPATCH.sections["words"][0] == 41


@pytest.mark.parametrize(
    ("title", "sender", "recipient"),
    [
        ("Mr. Hay to Mr. Wu.", "Mr. Hay", "Mr. Wu"),
        (
            "The Assistant to the Secretary of State (Lane) to the Ambassador in Japan (Grew)",
            "The Assistant to the Secretary of State (Lane)",
            "the Ambassador in Japan (Grew)",
        ),
        ("Memorandum by the Counselor of Embassy (Dooman)", None, None),
    ],
)
def test_sender_and_recipient(title, sender, recipient, tmp_path):
    (tmp_path / "mine.txt").write_text(f"{title}\n\nNo. 1,169\n\nIt rained.", encoding="utf-8")
    despatch = lessonkit.load(tmp_path / "mine.txt")
    assert (despatch.sender, despatch.recipient, despatch.number) == (sender, recipient, "1169")


def test_a_long_document_is_summed_up_on_one_page(tmp_path):
    (tmp_path / "mine.txt").write_text(
        "Mr. Hay to Mr. Wu.\n\n" + "Of Trade.\n\nI came and saw the port.\n\n" * 30,
        encoding="utf-8",
    )
    page = str(lessonkit.load(tmp_path / "mine.txt")).splitlines()
    assert page[27] == "  24      6 words  Of Trade."
    assert page[28] == "  and 6 more, 36 words"
    assert len(page) < 60


@pytest.mark.parametrize("name", ["sections", "dates", "notes", "events"])
def test_every_row_leads_back_to_its_words(name):
    quotation, _ = TABLES[name]
    despatch = lessonkit.load()
    for row in getattr(despatch, name).itertuples():
        assert despatch.text[row.start : row.end] == getattr(row, quotation)


def test_the_spans_tile_the_text_and_a_blank_is_blank():
    despatch = lessonkit.load()
    spans = despatch.spans
    assert [0, *spans["end"]] == [*spans["start"], len(despatch.text)]
    for row in spans[spans["kind"] == "blank"].itertuples():
        assert not despatch.text[row.start : row.end].strip()
