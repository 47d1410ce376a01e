"""Whose words: the copied passages of a card, and what is left of each section."""

import pytest

import lessonkit
from lessonkit import whose_words
from lessonkit.despatch.authorship import copied_passages

from tests.support.texts import LETTER

DESPATCH = lessonkit.load()


def load(folder, card, text=LETTER):
    (folder / "mine.txt").write_text(text, encoding="utf-8")
    (folder / "mine.toml").write_text(card, encoding="utf-8")
    return lessonkit.load(folder / "mine.txt")


def test_the_seventh_section_is_half_its_signers():
    table = whose_words(DESPATCH)
    assert list(table) == ["section", "heading", "words", "own", "quoted", "copied"]
    assert table["words"].tolist() == [41, 49, 162, 118, 72, 70, 324, 120]
    assert table["own"].tolist() == [41, 49, 162, 118, 72, 70, 164, 120]
    assert table["quoted"].tolist() == [0, 0, 0, 0, 0, 0, 61, 0]
    assert table["copied"].tolist() == [0, 0, 0, 0, 0, 0, 99, 0]
    assert (table["own"] + table["quoted"] + table["copied"]).equals(table["words"])


def test_every_passage_leads_back_to_the_words():
    for row in copied_passages(DESPATCH).itertuples():
        assert DESPATCH.text[row.start : row.end] == row.text
    passages = copied_passages(DESPATCH)
    assert passages["source"].tolist() == ["the Soviet press"] + ["General Yang"] * 3
    assert passages["text"][0].startswith("During the period of the Northern Expedition")
    assert passages["text"][3].endswith("are quite natural”")


def test_without_a_card_all_words_are_the_signers(tmp_path):
    (tmp_path / "mine.txt").write_text(LETTER, encoding="utf-8")
    plain = lessonkit.load(tmp_path / "mine.txt")
    table = whose_words(plain)
    assert table["own"].equals(table["words"])
    assert copied_passages(plain).empty
    assert list(copied_passages(plain).dtypes) == list(copied_passages(DESPATCH).dtypes)


def test_passages_that_overlap_count_no_word_twice(tmp_path):
    text = "Mr. Hay to Mr. Wu.\n\nSir: He said “one two three four” and left."
    card = (
        '[[copied]]\nfirst = "He said"\nlast = "left."\n'
        '[[copied]]\nfirst = "“one"\nlast = "four”"\n'
    )
    table = whose_words(load(tmp_path, card, text))
    assert table.loc[0, ["words", "own", "quoted", "copied"]].tolist() == [9, 1, 0, 8]


@pytest.mark.parametrize(
    "card",
    [
        '[[copied]]\nfirst = "no such words"\nlast = "Wu."',
        '[[copied]]\nfirst = "Sir"\nlast = "Hay"',
        "[[copied]]\n",
        "copied = 3",
        'copied = ["Sir"]',
    ],
)
def test_a_card_that_does_not_fit_is_told_so(tmp_path, card):
    text = "Mr. Hay to Mr. Wu.\n\nSir: I have your note."
    with pytest.raises(lessonkit.SourceError, match=r"\[\[copied\]\]: expected a passage from"):
        whose_words(load(tmp_path, card, text))
