"""A student at work: the lessons in a real JupyterLab, in Chromium, by keyboard."""

import json

import pytest

from lab import CHROMIUM, FLAGS, Lesson, jupyterlab

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: install chromium"),
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with jupyterlab(home / "work", home) as (address, token):
        yield address, token, home / "work"


@pytest.fixture
def page():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page(viewport={"width": 1280, "height": 900})
        browser.close()


WORK = {  # lesson: the cell, what stands in it, a wrong answer and its message, a right answer
    "01-what-is-this-thing": (
        'check("1.1"', "signed_by = ...", '"the Ambassador"', "Who acts for a post", '"Kirk"'
    ),
    "02-when-was-it-written": (
        'check("2.1"', "latest = ...", '"24 August 1938"', "Who presented credentials",
        '"September 4, 1938"',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WORK)
def test_a_student_works_through_a_lesson(name, lab, page):
    address, token, folder = lab
    words, blank, wrong, message, right = WORK[name]
    exercise = words.split('"')[1]
    away = []
    page.on(
        "request", lambda request: away.append(request.url) if _is_away(request, address) else 0
    )
    lesson = Lesson(page, address, token, f"{name}.ipynb")
    assert not [cell for cell in lesson.cells().values() if cell["outputs"]]

    lesson.run_all()
    ran = [cell for cell in lesson.cells().values() if cell["count"]]
    assert [cell["count"] for cell in ran] == list(range(1, len(ran) + 1))
    assert not [o for cell in ran for o in cell["outputs"] if o["output_type"] == "error"]

    lesson.answer("sign(names)", "names = ...", 'names = "Ada"')
    shown = lesson.answer(words, blank, blank.replace("...", wrong))
    assert f"{exercise} Look again." in shown
    assert message in shown
    assert "Hint 1 of 2" in lesson.answer(words, "#hint", "hint")
    assert f"{exercise} Right." in lesson.answer(words, wrong, right)

    USES[name](lesson, page)
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        assert violations(page, theme) == []

    lesson.save()
    lesson.open()
    assert f"{exercise} Right." in lesson.html(lesson.cell_with(words))
    page.get_by_text(f"{exercise} Right.").wait_for()
    assert _stored(folder / f"{name}.ipynb", exercise) == {
        "exercise": exercise, "answer": right.strip('"'), "lesson_version": "1", "names": ["Ada"],
    }  # fmt: skip
    assert away == []


PANDAS_OWN = {"empty-table-header"}  # the corner above the index of every displayed table


def violations(page, theme):
    """Return what axe-core finds wrong in a lesson's outputs in a theme, but what is not ours.

    Contrast is no part of it here (axe does not measure it inside JupyterLab's panel): it is
    tested from the colours themselves, in test_charts.
    """
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": 1280, "height": 8000})  # what is out of sight is not checked
    page.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", theme
    )
    page.wait_for_timeout(1000)
    found = Axe().run(page, context=".jp-OutputArea-output").response
    assert len(found["passes"]) > 10  # it did look
    return [
        (rule["id"], rule["nodes"][0]["html"])
        for rule in found["violations"]
        if rule["id"] not in PANDAS_OWN
    ]


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ('<img src="data:,">', "image-alt"),
        ("<button></button>", "button-name"),
        ("<table><tr><td headers=none>1</td></tr></table>", "td-headers-attr"),
    ],
)
def test_a_planted_fault_is_found(fault, rule, lab, page):
    address, token, _ = lab
    page.set_viewport_size({"width": 1280, "height": 8000})
    Lesson(page, address, token, "01-what-is-this-thing.ipynb").run_all()
    page.locator(".lessonkit-box").first.wait_for()
    page.evaluate("html => document.querySelector('.lessonkit-box').innerHTML += html", fault)
    assert rule in [name for name, _ in violations(page, "JupyterLab Light")]


def _turn_pages(lesson, page):
    """Next and Previous by Tab, Enter, Space and arrows; other keys change no cell."""
    status = page.locator(".lessonkit-keys [role=status]")
    _reach(page, "Previous", "Next")
    for key, expected in (
        ("Enter", "Section 2 of 8"), ("Space", "Section 3 of 8"), ("ArrowRight", "Section 4 of 8"),
        ("ArrowLeft", "Section 3 of 8"), ("ArrowLeft", "Section 2 of 8"),
    ):  # fmt: skip
        page.keyboard.press(key)
        status.get_by_text(expected, exact=True).wait_for(timeout=10_000)
    page.get_by_role("heading", name="General Relations.").wait_for(timeout=10_000)
    _keys_change_no_cell(lesson, page)
    assert status.inner_text() == "Section 2 of 8"


def _switch_layers_and_try_a_date(lesson, page):
    """Layers by Space, the date box by typing, Tab and Enter; letters go into the box alone."""
    page.get_by_role("checkbox", name="Dates").focus()
    page.keyboard.press("Space")
    page.get_by_text("1938-08-24, year not in the words").first.wait_for(timeout=10_000)
    _keys_change_no_cell(lesson, page)
    box = page.get_by_role("textbox", name="Date")
    reveal = page.get_by_role("button", name="Reveal", exact=True)
    status = page.locator(".lessonkit-keys .lessonkit-status").last
    reveal.focus()
    page.keyboard.press("Enter")
    status.get_by_text("First run the cell of 2.2 and of 2.3").wait_for(timeout=10_000)
    box.focus()
    page.keyboard.type("4 September 1938")
    assert box.input_value() == "4 September 1938"
    _reach(page, None, "Check")
    page.keyboard.press("Enter")
    status.get_by_text("notes of its own").wait_for(timeout=10_000)
    assert status.get_attribute("role") == "status"
    lesson.answer('check("2.3"', "when = ...", 'when = "A"')
    reveal.focus()
    page.keyboard.press("Space")
    status.get_by_text("Moscow, 19 September 1938").wait_for(timeout=10_000)


USES = {
    "01-what-is-this-thing": _turn_pages,
    "02-when-was-it-written": _switch_layers_and_try_a_date,
}


def _reach(page, start, target):
    """Go from one button, or from where the focus is, to the next with Tab."""
    if start:
        page.get_by_role("button", name=start, exact=True).focus()
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name=target, exact=True)
    assert button.evaluate("button => button === document.activeElement")


def _keys_change_no_cell(lesson, page):
    before = lesson.cells().keys()
    page.keyboard.type("abdxcvzmyjkdd")
    page.wait_for_timeout(300)
    assert lesson.cells().keys() == before


def _is_away(request, address):
    return not request.url.startswith((address, "data:", "blob:", "ws://127.0.0.1"))


def _stored(path, exercise):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    kept = [
        output["data"]["application/vnd.lessonkit.answer+json"]
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if "application/vnd.lessonkit.answer+json" in output.get("data", {})
    ]
    return [answer for answer in kept if answer["exercise"] == exercise][-1]
