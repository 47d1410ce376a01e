"""What is looked at in a page: what axe-core finds, names of controls, requests that leave."""

from axe_playwright_python.sync_playwright import Axe

# Not ours: the corner above the index of a table that pandas makes.
PANDAS_OWN = {"empty-table-header"}


def violations(page, context=None):
    """Return (rule, element) for each violation that axe-core finds."""
    types = {"resultTypes": ["violations", "passes"]}
    found = Axe().run(page, context=context, options=types).response
    measured = {rule["id"]: len(rule["nodes"]) for rule in found["passes"]}
    assert len(measured) > 10, "axe-core saw next to nothing"
    assert measured.get("color-contrast", 0) > 5, "axe-core could measure no contrast"
    return [
        (rule["id"], node["html"])
        for rule in found["violations"]
        if rule["id"] not in PANDAS_OWN
        for node in rule["nodes"]
    ]


def controls(page, root):
    """Return role and accessible name of every control within an element, in the tab's order.

    The browser's own computation of the name is asked for, the one that a screen reader gets.
    """
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    within = f"{root} :is(a[href], button, input, select, textarea, summary)"
    nodes = [_node(session, within, i) for i in range(page.locator(within).count())]
    session.detach()
    return [
        (node["role"]["value"], node.get("name", {}).get("value", "").strip())
        for node in nodes
        if not node["ignored"]  # hidden, for everyone
    ]


def _node(session, within, index):
    script = f"document.querySelectorAll({within!r})[{index}]"
    element = session.send("Runtime.evaluate", {"expression": script})["result"]["objectId"]
    asked = {"objectId": element, "fetchRelatives": False}
    return session.send("Accessibility.getPartialAXTree", asked)["nodes"][0]


class Requests:
    """Collects the requests of a page that go elsewhere than to an address."""

    def __init__(self, page, *own):
        self.away = []
        own = (*own, "data:", "blob:", "about:")
        page.on("request", lambda r: None if r.url.startswith(own) else self.away.append(r.url))
        page.on("websocket", lambda w: None if w.url.startswith(own) else self.away.append(w.url))
