"""Takes the README's pictures from the real thing: ``make pictures``."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support import ROOT
from tests.support.lab import CHROMIUM, FLAGS, Lesson, jupyterlab

FOLDER = ROOT / ".github" / "pictures"


def take():
    FOLDER.mkdir(exist_ok=True)
    home = Path(tempfile.mkdtemp())
    with jupyterlab(home / "work", home) as (address, token), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 1400})
        lesson = Lesson(page, address, token, "01-what-is-this-thing.ipynb")
        lesson.run_all()
        _shoot(page, page.locator("figure.lessonkit-chart img"), "section-strip.png")
        lesson = Lesson(page, address, token, "02-when-was-it-written.ipynb")
        lesson.run_all()
        lesson.answer(
            "widgets.reader(", 'layers=["dates", "markers"], section=5', 'layers="all", section=4'
        )
        reader = page.locator(".lessonkit-keys").first
        for layer in ("Dates", "Hedges", "Notes beside the text"):
            reader.get_by_role("checkbox", name=layer).check()
        reader.get_by_role("checkbox", name="7 note 3").press("Space")
        reader.get_by_text("The editors’ note").wait_for()
        page.mouse.move(0, 0)
        _shoot(page, reader, "reader.png")
        browser.close()


def _shoot(page, element, name):
    element.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    element.screenshot(path=FOLDER / name)


if __name__ == "__main__":
    take()
