"""The two pages of grading in Chromium: for everyone, whole in themselves, no wider than the window."""

from urllib.request import pathname2url

import pytest

from tests.support.hand_ins import OF_OUTCOME, graded, hand_in, save, signed
from tests.support.looks import Requests, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    pytest.importorskip("krippendorff", reason="pip install 'lessonkit[agreement]'")
    top = tmp_path_factory.mktemp("pages")
    for number, kind in enumerate(["right", "nearly", "right", "nearly"]):
        answers = {
            e: pool[number % len(pool)] for e, pool in OF_OUTCOME[kind].items() if e[0] in "14"
        }
        for lesson in (1, 4):
            save(
                top / "in" / f"s{number}" / f"{lesson}.ipynb",
                hand_in(lesson, answers, [f"<b>S {number}"]),
            )
    save(top / "in" / "bad.ipynb", [])
    save(top / "in" / "long.ipynb", {"cells": [signed("W" * 80)]})
    graded(top / "in", top / "out")
    return top / "out"


@pytest.mark.parametrize("name", ["class.html", "review.html"])
@pytest.mark.parametrize("width", [1280, 400])
def test_a_page_is_for_everyone_and_whole_in_itself(name, width, out, page):
    address = f"file://{pathname2url(str(out / name))}"
    requests = Requests(page, address)
    errors = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert requests.away == []
    assert errors == []
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    pictures = page.locator("img").evaluate_all(
        "all => all.map(i => [i.naturalWidth > 0, i.alt.length])"
    )
    assert len(pictures) == (3 if name == "class.html" else 0)
    assert all(shown and 40 <= length <= 300 for shown, length in pictures)
    for heading in page.locator("table").evaluate_all(
        "all => all.map(t => t.querySelectorAll('th:not([scope])').length + !t.caption)"
    ):
        assert heading == 0
    assert violations(page) == []
