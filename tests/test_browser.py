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


def test_lesson_1_as_a_student_works_through_it(lab, page):
    address, token, folder = lab
    away = []
    page.on(
        "request", lambda request: away.append(request.url) if _is_away(request, address) else 0
    )
    lesson = Lesson(page, address, token, "01-what-is-this-thing.ipynb")
    assert not [cell for cell in lesson.cells().values() if cell["outputs"]]

    lesson.run_all()
    ran = [cell for cell in lesson.cells().values() if cell["count"]]
    assert [cell["count"] for cell in ran] == list(range(1, len(ran) + 1))
    assert not [o for cell in ran for o in cell["outputs"] if o["output_type"] == "error"]

    lesson.answer("sign(names)", "names = ...", 'names = "Ada"')
    wrong = lesson.answer('check("1.1"', "signed_by = ...", 'signed_by = "the Ambassador"')
    assert "1.1 Look again." in wrong
    assert "Who acts for a post" in wrong
    hinted = lesson.answer('check("1.1"', "#hint", "hint")
    assert "Hint 1 of 2" in hinted
    right = lesson.answer('check("1.1"', '"the Ambassador"', '"Kirk"')
    assert "1.1 Right." in right

    _use_the_reader(lesson, page)

    lesson.save()
    lesson.open()
    cell = lesson.cell_with('check("1.1"')
    assert "1.1 Right." in lesson.html(cell)
    page.get_by_text("1.1 Right.").wait_for()
    assert _stored(folder / "01-what-is-this-thing.ipynb", "1.1") == {
        "exercise": "1.1", "answer": "Kirk", "lesson_version": "1", "names": ["Ada"],
    }  # fmt: skip
    assert away == []


def _use_the_reader(lesson, page):
    """Next and Previous by Tab, Enter, Space and arrows; other keys change no cell."""
    before = len(lesson.cells())
    following = page.get_by_role("button", name="Next", exact=True)
    status = page.locator(".lessonkit-keys [role=status]")
    page.get_by_role("button", name="Previous", exact=True).focus()
    page.keyboard.press("Tab")
    assert following.evaluate("button => button === document.activeElement")
    for key, expected in (
        ("Enter", "Section 2 of 8"), ("Space", "Section 3 of 8"), ("ArrowRight", "Section 4 of 8"),
        ("ArrowLeft", "Section 3 of 8"), ("ArrowLeft", "Section 2 of 8"),
    ):  # fmt: skip
        page.keyboard.press(key)
        status.get_by_text(expected, exact=True).wait_for(timeout=10_000)
    page.get_by_role("heading", name="General Relations.").wait_for(timeout=10_000)
    page.keyboard.type("abdxcvzmyjk")
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.wait_for_timeout(300)
    assert len(lesson.cells()) == before
    assert status.inner_text() == "Section 2 of 8"


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
