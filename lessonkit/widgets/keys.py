"""Keeps keys that belong to a widget from JupyterLab, where "b" would insert a cell.

JupyterLab leaves alone the element that has the focus if it carries the attribute
``data-lm-suppress-shortcuts``. Widgets cannot set attributes, so a small script does, once a
page: for whatever in a ``lessonkit-keys`` box receives the focus. It also gives the line that
tells the position its role, says which item of the contents is the current one, which of two
answers is pressed and to which question they belong, and lets the arrow keys press Previous and
Next.
"""

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
