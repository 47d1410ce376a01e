"""Quotations are found however they were typed."""

import unicodedata

import pytest

import lessonkit
from lessonkit import cli
from lessonkit.layout import nearest_passage

SAID = "On June 3, 1938, the Chargé of France called on me."


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_accents_may_be_characters_of_their_own(form, typed, tmp_path):
    text, events = tmp_path / "mine.txt", tmp_path / "mine.events.csv"
    text.write_text(unicodedata.normalize(form, f"Mr. Hay to Mr. Wu.\n\n{SAID}"), encoding="utf-8")
    assert cli.main(["annotate", str(text)]) == 0
    written = events.read_text(encoding="utf-8")
    assert unicodedata.normalize(form, SAID) in written
    events.write_text(unicodedata.normalize(typed, written), encoding="utf-8")
    assert lessonkit.load(text).events["quote"].tolist() == [unicodedata.normalize(form, SAID)]


def test_one_wrong_letter_leads_to_the_passage():
    reading = lessonkit.load().reading
    words = reading.split()
    missed = 0
    for at in range(0, len(words) - 8, 7):
        passage = words[at : at + 8]
        longest = max(range(8), key=lambda i: len(passage[i]))
        wrong = passage.copy()
        wrong[longest] = wrong[longest][:2] + "q" + wrong[longest][3:]
        missed += " ".join(passage) != nearest_passage(" ".join(wrong), reading)
    assert missed == 0
