"""Keeps keys that belong to a widget from JupyterLab, where "b" would insert a cell.

JupyterLab leaves alone the element that has the focus if it carries the attribute
``data-lm-suppress-shortcuts``. Widgets cannot set attributes, so a small script does, once a
page: for whatever in a ``lessonkit-keys`` box receives the focus. It also gives the line that
tells the position its role, says which item of the contents is the current one, which of two
answers is pressed and to which question they belong, and lets the arrow keys press Previous and
Next.
"""

from __future__ import annotations

import html

import ipywidgets

from lessonkit.style import INK

KEYS = """<script>
if (!window.lessonkitKeys) {
  window.lessonkitKeys = true;
  var mark = function (box) {
    box.querySelectorAll(".lessonkit-status").forEach(function (line) {
      line.setAttribute("role", "status");
    });
    box.querySelectorAll(".lessonkit-contents button").forEach(function (item) {
      item.setAttribute("aria-current", item.classList.contains("lessonkit-here"));
    });
    box.querySelectorAll(".widget-toggle-buttons").forEach(function (group) {
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", group.querySelector(".widget-label").textContent);
      group.querySelectorAll("button").forEach(function (answer) {
        answer.setAttribute("aria-pressed", answer.classList.contains("mod-active"));
      });
    });
  };
  document.addEventListener("focusin", function (event) {
    var box = event.target.closest(".lessonkit-keys");
    if (!box) return;
    event.target.setAttribute("data-lm-suppress-shortcuts", "true");
    if (box.lessonkitMarked) return;
    box.lessonkitMarked = true;
    mark(box);
    new MutationObserver(function () { mark(box); }).observe(box, {
      subtree: true, attributes: true, attributeFilter: ["class"]
    });
  }, true);
  document.addEventListener("keydown", function (event) {
    var side = { ArrowLeft: "previous", ArrowRight: "next" }[event.key];
    var box = event.target.closest && event.target.closest(".lessonkit-keys");
    if (!side || !box || event.target.tagName !== "BUTTON") return;
    var button = box.querySelector(".lessonkit-" + side);
    if (button) { event.preventDefault(); button.focus(); button.click(); }
  });
}
</script><style>
.lessonkit-keys .widget-toggle-button.mod-active { outline: 2px solid; outline-offset: -3px;
  font-weight: bold; }
.lessonkit-keys button:focus-visible { outline: 3px solid #0072B2; outline-offset: 2px; }
</style>"""


def button(description: str, name: str) -> ipywidgets.Button:
    """Make a button that stays wide enough for its words.

    Parameters
    ----------
    description : str
        What stands on it, which is its accessible name.
    name : str
        What scripts know it by.

    Returns
    -------
    ipywidgets.Button

    Examples
    --------
    >>> button("Next", "next").description
    'Next'
    """
    made = ipywidgets.Button(description=description, layout={"width": "7em", "flex": "0 0 auto"})
    made.add_class(f"lessonkit-{name}")
    return made


def row(*widgets: ipywidgets.Widget) -> ipywidgets.HBox:
    """Put widgets beside one another; on a narrow screen they wrap.

    Parameters
    ----------
    *widgets : ipywidgets.Widget
        In order.

    Returns
    -------
    ipywidgets.HBox

    Examples
    --------
    >>> len(row(button("Next", "next")).children)
    1
    """
    return ipywidgets.HBox(widgets, layout={"flex_flow": "row wrap"})


def as_code(code: str) -> str:
    """Set code so that one click marks all of it.

    Parameters
    ----------
    code : str
        One line or several.

    Returns
    -------
    str
        HTML.

    Examples
    --------
    >>> "a &lt; b</pre>" in as_code("a < b")
    True
    """
    style = (
        f"user-select:all;padding:0.5em;background:#f3f3f3;color:{INK};font:0.95em/1.4 monospace"
    )
    return f'<pre style="{style}">{html.escape(code)}</pre>'
