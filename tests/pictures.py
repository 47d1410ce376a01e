"""Takes the README's pictures from the real thing: ``make pictures``."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from lab import CHROMIUM, FLAGS, Lesson, jupyterlab

FOLDER = Path(__file__).parent.parent / "pictures"


def take():
    FOLDER.mkdir(exist_ok=True)
    home = Path(tempfile.mkdtemp())
    with jupyterlab(home / "work", home) as (address, token), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        lesson = Lesson(page, address, token, "01-what-is-this-thing.ipynb")
        lesson.run_all()
        _shoot(page, page.locator("figure.lessonkit-chart img"), "section-strip.png")
        reader = page.locator(".lessonkit-keys").first
        reader.scroll_into_view_if_needed()
        for section in (2, 3):
            reader.get_by_role("button", name="Next").click()
            reader.get_by_text(f"Section {section} of 8", exact=True).wait_for()
        _shoot(page, reader, "reader.png")
        browser.close()


def _shoot(page, element, name):
    element.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    element.screenshot(path=FOLDER / name)


if __name__ == "__main__":
    take()
