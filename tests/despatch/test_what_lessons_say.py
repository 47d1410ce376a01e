"""What the messages and notes of lessons 3 and 4 say of the text is so."""

import lessonkit
from lessonkit.exercises import find_course

DESPATCH = lessonkit.load()
SECTIONS = DESPATCH.sections


def test_the_battle_is_named_in_several_sections():
    named = SECTIONS["text"].str.count("Changkufeng")
    assert named.sum() == 5
    assert SECTIONS.loc[named > 0, "section"].tolist() == [2, 3, 4, 5]


def test_page_markers_are_counted_by_whoever_cuts_at_spaces():
    pieces = [len(text.split()) for text in SECTIONS["text"]]
    headings = [len(heading.split()) for heading in SECTIONS["heading"].dropna()]
    assert pieces[6] == 326
    assert sum(pieces) - sum(headings) == 960


def test_two_parts_of_about_the_same_length_but_not_of_own_words():
    assert SECTIONS.groupby("part")["words"].sum().tolist() == [41, 471, 444]
    own = lessonkit.whose_words(DESPATCH)["own"]
    assert own.groupby(SECTIONS["part"]).sum().tolist() == [41, 471, 284]


def test_report_in_its_places():
    assert DESPATCH.reading.count("report") == 5
    counts = SECTIONS["text"].str.count("report")
    assert counts.tolist() == [0, 1, 1, 0, 0, 1, 0, 2]


def test_the_plain_tags_agree_with_the_editors_table():
    events = DESPATCH.events.set_index("event")
    claims = find_course().exercises["4.2"].claims
    assert len(claims) == 8
    for claim in claims:
        row = events.loc[claim.event]
        tellers = [t for t in row["told_by"].split(" > ")[:-1] if not t.startswith("unnamed")]
        if claim.hedged is not None:
            assert claim.hedged == (row["hedge"] == row["hedge"]), claim.event
        if claim.attributed is not None:
            assert claim.attributed == bool(tellers), claim.event
