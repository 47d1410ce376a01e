"""What the browser tests share: a page in Chromium, and how axe-core looks at it."""

import pytest

pytest.register_assert_rewrite("lab", "looks", "work")  # a failure there shows its values

from lab import CHROMIUM, FLAGS  # noqa: E402


def pytest_collection_modifyitems(items):
    if not CHROMIUM:
        skip = pytest.mark.skip(reason="no Chromium on this machine: install chromium")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(skip)


@pytest.fixture
def page():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page(viewport={"width": 1280, "height": 900})
        browser.close()
