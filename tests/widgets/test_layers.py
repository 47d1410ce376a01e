"""Layers over the page: each is labelled, can be switched, and changes no word of the text."""

import re

import pytest

import lessonkit
from lessonkit.despatch.losses import losses_of
from lessonkit.widgets import reader
from lessonkit.widgets._layers import LAYERS, Overlay
from lessonkit.widgets._page import page
from lessonkit.widgets._reader import still

from tests.support.texts import LETTER

DESPATCH = lessonkit.load()


def overlays(*names):
    return [overlay for name in names for overlay in LAYERS[name].overlays(DESPATCH)]


def quoted(name):
    return [DESPATCH.text[o.start : o.end] for o in LAYERS[name].overlays(DESPATCH)]


def words(html):
    added = (
        r"<style>.*?</style>|<small.*?</small>|<span class=\"lessonkit-pageno\">.*?</span>|"
        r"<span class=\"lessonkit-aside\".*?</span>|<nav.*?</nav>|<div class=\"lessonkit-layers\".*?</div>"
    )
    text = re.sub(r"<[^>]+>", "", re.sub(added, "", html, flags=re.S).replace("</p>", " "))
    return " ".join(text.replace("</h3>", " ").split())


def test_a_layer_is_switched_and_labelled():
    opened = reader(DESPATCH, layers=["dates", "markers"], section=3)
    assert "<small" not in opened._page.value
    opened.layers["dates"].value = opened.layers["markers"].value = True
    label = '<small class="lessonkit-dates">1938-08-10, year not in the words</small>'
    assert label in opened._page.value
    assert [switch.description for switch in opened.layers.values()] == ["Dates", "Note markers"]
    opened.layers["dates"].value = False
    assert "1938-08-10" not in opened._page.value
    opened.go(0)
    assert '<small class="lessonkit-markers">note marker</small>' in opened._page.value


def test_all_layers_and_an_unknown_one():
    assert list(reader(DESPATCH, layers="all").layers) == [
        "dates", "hedges", "notes", "pages", "losses",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="expected some of dates, hedges, .*, found 'hedge'"):
        reader(DESPATCH, layers=["hedge"])


def test_what_each_layer_sets_off():
    assert quoted("hedges") == [
        "foreign press reports received here indicate", "according to the Embassy’s information",
        "were alleged", "The Embassy understands",
        "according to a member of the Japanese Embassy here", "alleged", "impossible to confirm",
        "press reports", "less insistent", "intimated",
    ]  # fmt: skip
    assert quoted("markers") == quoted("notes") == ["5", "6", "7", "*", "8", "9"]
    assert quoted("pages") == ["[Page 294]", "[Page 295]"]
    beside = [overlay.label for overlay in overlays("notes")]
    assert beside == ["note 1", "note 2", "note 3", "note 4", "note 6", "note 8"]


def test_what_the_copy_lost_stands_at_its_place():
    placed = [
        (loss.what.split(":")[0], DESPATCH.text[loss.at :][:9]) for loss in losses_of(DESPATCH)
    ]
    assert placed == [
        ("number of page 293", "The Charg"), ("file number 761.94/1098", "No. 1667\n"),
        ("dateline", "\n\nSir: Wi"), ("heading JAPAN", "General R"),
        ("opening quotation mark", "Oppressio"), ("note marker † (note 5)", " A full t"),
        ("heading CHINA", "The new C"), ("note marker † (note 7)", " General "),
        ("note marker ‡ (note 9)", " General "),
    ]  # fmt: skip


def test_losses_of_a_document_without_a_card(tmp_path):
    text = LETTER.replace("1921.*", "1921.")
    (tmp_path / "mine.txt").write_text(text, encoding="utf-8")
    mine = lessonkit.load(tmp_path / "mine.txt")
    assert [(loss.what, mine.text[loss.at :][:10]) for loss in losses_of(mine)] == [
        ("a centred heading", "Without a "), ("the marker of this note", "Telegram N"),
    ]  # fmt: skip


def test_a_card_whose_words_do_not_occur_says_which(tmp_path):
    (tmp_path / "mine.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "mine.toml").write_text('[[lost]]\nwhat = "seal"\nbefore = "nowhere"\n')
    with pytest.raises(lessonkit.SourceError, match="'seal'.*found 'nowhere' 0 times"):
        losses_of(lessonkit.load(tmp_path / "mine.txt"))


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_changes_no_word(name):
    plain = words(page(DESPATCH))
    assert words(page(DESPATCH, overlays=overlays(name))) == plain
    assert plain.startswith("The Chargé in the Soviet Union")


def test_the_still_reader_has_the_same_words_and_every_layer():
    html = still(DESPATCH, list(LAYERS))
    assert words(html) == words(page(DESPATCH))
    assert re.findall(r'data-layer="(\w+)"', html) == list(LAYERS)
    ids = re.findall(r'id="([^"]+)"', html)
    assert re.findall(r'href="#([^"]+)"', html) == ids
    assert len(ids) == len(set(ids)) == 9


def test_an_overlay_of_no_length_at_either_end_of_a_block_shows_its_label():
    start, end = DESPATCH.text.index("No. 1667"), DESPATCH.text.index("No. 1667") + 8
    for at in (start, end, start + 3):
        assert "here</small>" in page(DESPATCH, start, end, [Overlay(at, at, "losses", "here")])


def test_a_note_that_opens_is_escaped(tmp_path):
    text = LETTER.replace("crowns", "<b>&</b>")
    (tmp_path / "mine.txt").write_text(text, encoding="utf-8")
    assert "<b>" not in still(lessonkit.load(tmp_path / "mine.txt"), list(LAYERS))
