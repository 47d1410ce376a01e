"""The reader: the despatch a section at a time, with Previous and Next."""

from __future__ import annotations

import html

import ipywidgets
from IPython import get_ipython
from IPython.display import display

from lessonkit.despatch import Despatch
from lessonkit.widgets.keys import KEYS
from lessonkit.widgets.page import STYLE, page, stops_of


class Reader(ipywidgets.VBox):
    """A document a section at a time; the whole of it where no widget can be shown.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Examples
    --------
    >>> import lessonkit
    >>> reader = Reader(lessonkit.load())
    >>> reader.next.click()
    >>> reader.position
    1
    """

    def __init__(self, despatch: Despatch):
        self._despatch = despatch
        self._stops = stops_of(despatch)
        self.position = 0
        self.previous = _button("Previous", "previous")
        self.next = _button("Next", "next")
        self._status, self._page, self._code = (ipywidgets.HTML() for _ in range(3))
        self._status.add_class("lessonkit-status")
        self.previous.on_click(lambda _: self.go(self.position - 1))
        self.next.on_click(lambda _: self.go(self.position + 1))
        bar = ipywidgets.HBox([self.previous, self.next, self._status])
        super().__init__([bar, self._page, self._code])
        self.add_class("lessonkit-keys")
        self.go(0)

    def go(self, position: int) -> None:
        """Show a stop: 0 is the first; beyond either end nothing moves, and the line says so."""
        self.position = min(max(position, 0), len(self._stops) - 1)
        stop = self._stops[self.position]
        edge = ""
        if position != self.position:
            edge = ": this is the beginning" if position < 0 else ": this is the end"
        self._status.value = f"{stop.label}{edge}"
        self._page.value = STYLE + page(self._despatch, stop.first, stop.last)
        code = html.escape(stop.code.format(_name_of(self._despatch)))
        self._code.value = f"The same in code: <code>{code}</code>"

    def _ipython_display_(self) -> None:
        display({"text/html": KEYS, "text/plain": ""}, raw=True)
        bundle = self._repr_mimebundle_()
        bundle["text/plain"] = self._despatch.reading
        bundle["text/html"] = STYLE + page(self._despatch)
        display(bundle, raw=True)


def reader(despatch: Despatch) -> Reader:
    """Open the reader.

    Parameters
    ----------
    despatch : Despatch
        The document to read.

    Returns
    -------
    Reader
        A widget: Previous, Next (or the arrow keys), the text, and the code that gives it.

    Examples
    --------
    >>> import lessonkit
    >>> reader(lessonkit.load()).position
    0
    """
    return Reader(despatch)


def _name_of(despatch: Despatch) -> str:
    """Return the name that the notebook gives a document, so that the code shown can be run."""
    shell = get_ipython()
    names = [name for name, value in (shell.user_ns if shell else {}).items() if value is despatch]
    return next((name for name in names if not name.startswith("_")), "despatch")


def _button(description: str, name: str) -> ipywidgets.Button:
    button = ipywidgets.Button(description=description, layout={"width": "7em"})
    button.add_class(f"lessonkit-{name}")
    return button
