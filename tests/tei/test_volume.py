"""A volume encoded as the publisher's are: wrapped lines, courtesies as paragraphs, attachments."""

import re
from datetime import date

import pytest

import lessonkit
from lessonkit.despatch.tables import sections_table
from lessonkit.layout.spans import lay_out

VOLUME = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xml:id="ruritania1884"><teiHeader><fileDesc><titleStmt><title type="complete">Ruritania</title>
  </titleStmt></fileDesc></teiHeader><text><body><div type="chapter" xml:id="ch3">
    <head>CORRESPONDENCE WITH RURITANIA.</head>
    <div type="document" xml:id="d118" n="118">
      <head>No. 113.<lb/><hi rend="italic">Mr. <persName type="from"
            >Sapt</persName> to Mr. <persName type="to">Hay</persName>.</hi></head>
      <opener><seg rendition="#left">[Extract.]</seg><dateline rendition="#right"><placeName><hi
            rend="smallcaps">Legation of the United States</hi>,<lb/><hi rend="italic"
            >Strelsau</hi></placeName>, <date when="1883-12-27"><hi rend="italic">December</hi> 27,
          1883</date>. (Received January 14, 1884.)</dateline></opener>
      <p><hi rend="smallcaps">Sir</hi>: I refer to the bridge
          at Zenda, which fell on the 3d instant, and to <pb n="182"
          xml:id="pg_182" facs="0282"/>the ferries: <list>
          <label>(1)</label>
          <item>The old one, lost in the first week
             of June last; and</item>
          <label>(2)</label>
          <item>The new one.</item>
        </list></p>
      <p>I have, &amp;c.,</p>
      <closer><signed>FRITZ TARLENHEIM.</signed></closer>
      <frus:attachment>
        <opener><seg rendition="#center">[Inclosure 1 in No. 665.]</seg></opener>
        <head><hi rend="italic"><persName type="from">M. Bonn</persName> to
            Mr. <persName type="to">Sapt</persName>.</hi></head>
        <opener><dateline rendition="#right"><placeName><hi rend="smallcaps">Zenda</hi></placeName>,
            <date when="1882-06-05"><hi rend="italic">June</hi> 5, 1882</date>.</dateline></opener>
        <p><hi rend="smallcaps">Sir</hi>: On the 10th of April last I had a letter, and on the 7th
          instant another.</p>
        <p>Accept, &amp;c.,</p>
        <closer><signed>BONN.</signed></closer>
      </frus:attachment>
      <frus:attachment>
        <opener><seg rendition="#center">[Inclosure 2 in No. 665.]</seg></opener>
        <head><hi rend="italic">Certificate issued to ferrymen.</hi></head>
        <p>I hereby certify that A. B. has satisfied me.</p>
      </frus:attachment>
    </div>
  </div></body></text></TEI>
"""
KINDS = [
    ("label", 0), ("title", 0), ("label", 0), ("paragraph", 0), ("paragraph", 0), ("paragraph", 0),
    ("closing", 0), ("signature", 0), ("heading", 1), ("heading", 1), ("paragraph", 1),
    ("closing", 1), ("signature", 1), ("heading", 2), ("heading", 2), ("paragraph", 2),
]  # fmt: skip


@pytest.fixture
def despatch(tmp_path):
    path = tmp_path / "ruritania1884.xml"
    path.write_text(VOLUME, encoding="utf-8")
    return lessonkit.load(path, document="d118")


def kinds(laid):
    return [(b.kind, b.enclosure) for b in laid.blocks if b.dateline != b.end - b.start]


def without_datelines(despatch):
    text = despatch.text
    for name, start, end in reversed(despatch.left_out):
        assert name.startswith("dateline")
        text = text[:start] + text[end + 2 :]
    return text


def test_what_each_block_is(despatch):
    assert kinds(despatch.layout) == KINDS
    assert despatch.title == "Mr. Sapt to Mr. Hay."
    assert despatch.card["place"] == "Legation of the United States, Strelsau"
    assert (despatch.written, despatch.card["received"]) == (date(1883, 12, 27), date(1884, 1, 14))
    assert not re.search(r" {2}|\n ", despatch.text)


def test_the_plain_text_of_it_is_divided_alike(despatch):
    plain = lay_out(without_datelines(despatch))
    assert kinds(plain) == KINDS
    sections = sections_table(plain)[["heading", "words"]].fillna("").to_numpy()
    assert (
        sections.tolist() == despatch.sections[["heading", "words"]].fillna("").to_numpy().tolist()
    )


def test_an_enclosure_counts_from_its_own_date_and_from_none_where_it_is_lost(despatch):
    dates = despatch.dates.set_index("phrase")["edtf"]
    assert dates["3d instant"] == "1883-12-03"
    assert (dates["10th of April last"], dates["7th instant"]) == ("1882-04-10", "1882-06-07")
    plain = lessonkit.find_dates(without_datelines(despatch), "1883-12-27").set_index("phrase")[
        "edtf"
    ]
    assert plain["3d instant"] == "1883-12-03"
    assert (plain["10th of April last"], plain["7th instant"]) == ("XXXX-04-10", "XXXX-XX-07")


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("a note29 and men30 of it,31 and a note;29 thank the king32 too.", ["29", "30", "31", "29", "32"]),
        ("a note29 and men30 of it,31 and a note; thank the man30 too.", ["29", "30", "31", None, None]),
    ],
)  # fmt: skip
def test_a_note_that_is_called_twice_is_listed_twice(text, markers):
    listed = ["Not printed.", "Karl Bonn.", "At Zenda.", "Not printed.", "Rudolf."]
    notes = "".join(f"\n  {number}. {note}" for number, note in enumerate(listed, start=1))
    laid = lay_out(f"Mr. Hay to Mr. Wu.\n\nSir: I have {text}\n\nJohn Hay{notes}")
    assert [marker and marker.value for marker in laid.called_by] == markers
