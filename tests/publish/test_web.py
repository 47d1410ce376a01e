"""The web edition and the printed pages, in Chromium: whole, accessible, asking no other host."""

import subprocess
import sys
from io import BytesIO

import nbformat
import pytest
from pypdf import PdfReader

import lessonkit
from lessonkit.publish import despatch_on_paper, lesson_on_paper

from tests.support import ROOT
from tests.support.looks import Requests, controls, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LESSONS = sorted(path.stem for path in (ROOT / "notebooks" / "student").glob("*.ipynb"))
PAGES = ["index", *LESSONS, "reader"]

# Furo's own, each named once: captions of the contents that are headings without a level, and the
# line above the page, a second complementary landmark without a name.
THEME_OWN = [["p.caption"], [".announcement-content"]]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "lessonkit", "site", str(folder)]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_site(name, theme, site, page):
    requests = Requests(page, site.as_uri())
    page.emulate_media(color_scheme=theme)
    page.goto(f"{site.as_uri()}/{name}.html")
    page.wait_for_load_state("networkidle")
    assert requests.away == []
    for box in page.locator("article summary").all():
        box.click()
    page.wait_for_timeout(1000)  # what opens fades in
    assert violations(page, {"exclude": THEME_OWN}) == []
    assert [found for found in controls(page, "article") if not found[1]] == []


def test_lessons_follow_one_another_and_fold_what_is_to_be_predicted(site, page):
    page.goto(f"{site.as_uri()}/index.html")
    for name in LESSONS:
        page.get_by_role("link", name="Next").click()
        assert page.url.endswith(f"{name}.html")
        assert page.locator("figure.lessonkit-chart").first.is_hidden()
        page.get_by_text("Show the result, once you have predicted it").last.click()
        assert page.locator("figure.lessonkit-chart img").first.get_attribute("alt")
    page.get_by_role("link", name="Previous").click()
    assert page.url.endswith(f"{[PAGES[0], *LESSONS][-2]}.html")


def test_the_readers_layers_and_notes_by_keyboard(site, page):
    page.goto(f"{site.as_uri()}/reader.html")
    label, note = page.get_by_text("note 4", exact=True), page.get_by_text("telegram No. 264").first
    assert label.is_hidden() and note.is_hidden()
    page.get_by_role("checkbox", name="Notes beside the text").focus()
    page.keyboard.press("Space")
    assert label.is_visible() and note.is_hidden()
    page.get_by_role("checkbox", name="* note 4").focus()
    page.keyboard.press("Space")
    assert note.is_visible()
    for layer, shown in (
        ("Dates", "1938-08-10, year not in the words"), ("Hedges", "hedge"),
        ("Page breaks", "page 294 begins"), ("What the copy lost", "lost: heading CHINA"),
    ):  # fmt: skip
        words = page.get_by_text(shown, exact=True).first
        assert words.is_hidden()
        page.get_by_role("checkbox", name=layer).press("Space")
        assert words.is_visible()


def test_the_reader_fits_a_telephone(site, page):
    page.set_viewport_size({"width": 400, "height": 900})
    page.goto(f"{site.as_uri()}/reader.html")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 400


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ('<img src="data:,">', "image-alt"),
        ("<button></button>", "button-name"),
        ('<p style="color:#b4b4b4;background:#fff">two to one</p>', "color-contrast"),
    ],
)
def test_a_planted_fault_is_found(fault, rule, site, page):
    page.goto(f"{site.as_uri()}/index.html")
    page.evaluate("html => document.querySelector('article').innerHTML += html", fault)
    assert rule in [found for found, _ in violations(page)]


def test_a_control_without_a_name_and_an_outside_request_are_found(site, page):
    requests = Requests(page, site.as_uri())
    page.goto(f"{site.as_uri()}/index.html")
    page.evaluate("() => { document.querySelector('article').innerHTML += '<input>' }")
    assert ("textbox", "") in controls(page, "article")
    page.evaluate("() => { new Image().src = 'http://127.0.0.1:9/away.png' }")
    page.wait_for_timeout(200)
    assert requests.away == ["http://127.0.0.1:9/away.png"]


def printed(page, html):
    page.set_content(html)
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def pieces(pdf):
    """Return on how many pages a picture stands, all pictures together."""
    return sum(len(sheet.images) for sheet in pdf.pages)


@pytest.mark.parametrize("name", LESSONS)
def test_a_printed_lesson_cuts_no_chart(name, page):
    notebook = nbformat.read(ROOT / "notebooks" / "student" / f"{name}.ipynb", as_version=4)
    sheet = lesson_on_paper(notebook)
    pdf = printed(page, sheet)
    assert pieces(pdf) == sheet.count("<img")  # one that is cut stands on two pages
    assert violations(page) == []


def test_a_chart_that_is_cut_would_be_found(page):
    picture = lessonkit.charts.section_strip(lessonkit.load().sections)._repr_html_()
    cut = "<style>img { height: 400mm !important }</style>" + picture
    assert pieces(printed(page, cut)) == 2


def test_the_printed_despatch(page):
    pdf = printed(page, despatch_on_paper(lessonkit.load()))
    first = pdf.pages[0].extract_text()
    assert "No. 1667" in first
    assert f"1 of {len(pdf.pages)}" in first
    assert len(pdf.pages) == 7
    assert violations(page) == []
