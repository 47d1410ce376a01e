"""Quotations are found however they were typed."""

import unicodedata

import pytest

import lessonkit
from lessonkit import cli

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
