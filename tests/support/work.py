"""How a student works at each lesson: an exercise answered twice, and the widget by keyboard."""

from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import expect


class Work(NamedTuple):
    """The exercise, its cell's blank, a wrong answer with its message, a right one, the widget."""

    exercise: str
    blank: str
    wrong: str
    message: str
    right: str
    use: Callable = lambda lesson, page: None


def reach(page, start, target, box=".lessonkit-keys >> nth=0"):
    """Go from one button of a box, or from where the focus is, to the next with Tab."""
    if start:
        page.locator(box).get_by_role("button", name=start, exact=True).focus()
    page.keyboard.press("Tab")
    button = page.locator(box).get_by_role("button", name=target, exact=True)
    expect(button).to_be_focused()


def keys_change_no_cell(lesson, page):
    before = lesson.cells().keys()
    page.keyboard.type("abdxcvzmyjkdd")
    page.wait_for_timeout(300)
    assert lesson.cells().keys() == before


def turn_pages(lesson, page):
    """Next and Previous by Tab, Enter, Space and arrows; other keys change no cell."""
    status = page.locator(".lessonkit-keys [role=status]")
    reach(page, "Previous", "Next")
    for key, expected in (
        ("Enter", "Section 2 of 8"), ("Space", "Section 3 of 8"), ("ArrowRight", "Section 4 of 8"),
        ("ArrowLeft", "Section 3 of 8"), ("ArrowLeft", "Section 2 of 8"),
    ):  # fmt: skip
        page.keyboard.press(key)
        status.get_by_text(expected, exact=True).wait_for(timeout=10_000)
    page.get_by_role("heading", name="General Relations.").wait_for(timeout=10_000)
    keys_change_no_cell(lesson, page)
    expect(status).to_have_text("Section 2 of 8")
    here = page.locator(".lessonkit-contents [aria-current=true]")
    expect(here).to_have_text("2\u2002General Relations.")
    page.get_by_role("button", name="Soviet Assistance to China.").press("Enter")
    status.get_by_text("Section 8 of 8").wait_for(timeout=10_000)
    expect(here).to_have_text("8\u2002Soviet Assistance to China.")


def switch_layers_and_try_a_date(lesson, page):
    """Layers by Space, the date box by typing, Tab and Enter; letters go into the box alone."""
    page.get_by_role("checkbox", name="Dates").focus()
    page.keyboard.press("Space")
    page.get_by_text("1938-08-24, year not in the words").first.wait_for(timeout=10_000)
    keys_change_no_cell(lesson, page)
    box = page.get_by_role("textbox", name="Date")
    reveal = page.get_by_role("button", name="Reveal", exact=True)
    status = page.locator(".lessonkit-keys .lessonkit-status").last
    reveal.focus()
    page.keyboard.press("Enter")
    status.get_by_text("First run the cell of 2.2 and of 2.3").wait_for(timeout=10_000)
    box.focus()
    page.keyboard.type("4 September 1938")
    expect(box).to_have_value("4 September 1938")
    reach(page, None, "Check", ".lessonkit-keys >> nth=1")
    page.keyboard.press("Enter")
    status.get_by_text("notes of its own").wait_for(timeout=10_000)
    expect(status).to_have_attribute("role", "status")
    lesson.answer('check("2.3"', "when = ...", 'when = "A"')
    reveal.focus()
    page.keyboard.press("Space")
    status.get_by_text("Moscow, 19 September 1938").wait_for(timeout=10_000)


def tag_claims(lesson, page):
    """Two questions for each claim, by Tab and Space; the code to hand in grows."""
    box = ".lessonkit-keys >> nth=1"
    status = page.locator(box).locator(".lessonkit-status")
    hedged = page.get_by_role("group", name="Hedged: does a word leave room for doubt?")
    attributed = page.get_by_role("group", name="Attributed: does it say through whom")
    reach(page, "Previous", "Next", box)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(hedged.get_by_role("button", name="Yes")).to_have_attribute("aria-pressed", "true")
    keys_change_no_cell(lesson, page)
    attributed.get_by_role("button", name="Yes").press("Enter")
    status.get_by_text("Claim 1 of 8, E12: both. 1 tagged").wait_for(timeout=10_000)
    expect(status).to_have_attribute("role", "status")
    page.keyboard.press("ArrowRight")
    status.get_by_text("Claim 2 of 8, E17: no tag yet").wait_for(timeout=10_000)
    expect(page.locator(".lessonkit-keys pre").last).to_contain_text('"E12": "both",')


def match_a_marker(lesson, page):
    """A note chosen for a marker by arrow keys, Check by Tab and Enter; what fits is said."""
    status = page.locator(".lessonkit-keys .lessonkit-status").last
    chosen = page.get_by_label("Marker 5", exact=True)
    chosen.focus()
    keys_change_no_cell(lesson, page)
    page.keyboard.press("Home")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Check", exact=True).press("Enter")
    status.get_by_text("6.2").first.wait_for(timeout=10_000)
    expect(status).to_have_attribute("role", "status")
    page.get_by_text('"5": 5').last.wait_for(timeout=10_000)


WORK = {
    1: Work("1.1", "signed_by = ...", '"the Ambassador"', "Who acts for a post", '"Kirk"', turn_pages),
    2: Work("2.1", "latest = ...", '"24 August 1938"', "who presented credentials",
            '"September 4, 1938"', switch_layers_and_try_a_date),
    3: Work("3.2", "unimportant = ...", '"A"', "stray motor boat", '"B"'),
    4: Work("4.1", "tellers = ...", '"A"', "step farther away", '"B"', tag_claims),
    5: Work("5.1", "held = ...", "51", "Check the month", "82"),
    6: Work("6.1", "markers = ...", "5", "Must a marker be a number", "6", match_a_marker),
    7: Work("7.1", "witness = ...", '"A"', "one witness", '"C"'),
    8: Work("8.2", "missed = ...", "2", "worked", "13"),
}  # fmt: skip
