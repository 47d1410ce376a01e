"""The reader: the despatch a section at a time, with its contents beside it and layers over it."""

from __future__ import annotations

import html
from collections.abc import Sequence

import ipywidgets
from IPython import get_ipython
from IPython.display import display

from lessonkit.despatch import Despatch
from lessonkit.widgets._base import KEYS, button, row
from lessonkit.widgets._layers import LAYERS, Overlay
from lessonkit.widgets._page import STYLE, Stop, blocks, page, stops_of


class Reader(ipywidgets.VBox):
    """A document a section at a time; the whole of it where no widget can be shown.

    Parameters
    ----------
    despatch : Despatch
        The document.
    layers : sequence of str
        Layers that can be switched, off at first; ``"all"`` for all of them.
    passage : tuple of (int, int), optional
        A range of the text to open at, highlighted.

    Raises
    ------
    ValueError
        If there is no layer of that name.

    Examples
    --------
    >>> import lessonkit
    >>> reader = Reader(lessonkit.load())
    >>> reader.next.click()
    >>> reader.position
    1
    """

    def __init__(
        self,
        despatch: Despatch,
        layers: Sequence[str] = (),
        passage: tuple[int, int] | None = None,
    ):
        self._despatch = despatch
        self._stops = stops_of(despatch)
        self._passage = [Overlay(*passage, "passage")] if passage else []
        self.position = self._stop_at(passage[0]) if passage else 0
        self.layers = {name: _switch(name) for name in _names(layers)}
        self.previous = button("Previous", "previous")
        self.next = button("Next", "next")
        self.contents = [ipywidgets.Button(description=stop.words) for stop in self._stops]
        self._status, self._page, self._code = (ipywidgets.HTML() for _ in range(3))
        self._status.add_class("lessonkit-status")
        self._respond()
        super().__init__(self._arranged())
        self.add_class("lessonkit-keys").add_class("lessonkit-reader")
        self.go(self.position)

    def _respond(self) -> None:
        self.previous.on_click(lambda _: self.go(self.position - 1))
        self.next.on_click(lambda _: self.go(self.position + 1))
        for place, item in enumerate(self.contents):
            item.on_click(lambda _, place=place: self.go(place))
        for switch in self.layers.values():
            switch.observe(lambda _: self.go(self.position), "value")

    def _arranged(self) -> list[ipywidgets.Widget]:
        contents = ipywidgets.VBox(self.contents).add_class("lessonkit-contents")
        spread = ipywidgets.HBox([contents, self._page]).add_class("lessonkit-spread")
        bar = row(self.previous, self.next, self._status)
        switches = [row(*self.layers.values())] if self.layers else []
        return [ipywidgets.HTML(STYLE), bar, *switches, spread, self._code]

    def go(self, position: int) -> None:
        """Show a stop: 0 is the first; beyond either end nothing moves, and the line says so."""
        self.position = min(max(position, 0), len(self._stops) - 1)
        stop = self._stops[self.position]
        edge = ""
        if position != self.position:
            edge = ": this is the beginning" if position < 0 else ": this is the end"
        self._status.value = f"{stop.label}{edge}"
        self._page.value = page(self._despatch, stop.first, stop.last, self._overlays())
        code = html.escape(stop.code.format(_name_of(self._despatch)))
        self._code.value = f"The same in code: <code>{code}</code>"
        for place, item in enumerate(self.contents):
            mark = item.add_class if place == self.position else item.remove_class
            mark("lessonkit-here")

    def _overlays(self) -> list[Overlay]:
        on = [name for name, switch in self.layers.items() if switch.value]
        return [*self._passage, *(o for name in on for o in LAYERS[name].overlays(self._despatch))]

    def _stop_at(self, offset: int) -> int:
        return next((i for i, stop in enumerate(self._stops) if offset < stop.last), 0)

    def _ipython_display_(self) -> None:
        self.go(self.position)  # by now the notebook may have a name for the document
        display({"text/html": KEYS, "text/plain": ""}, raw=True)
        bundle = self._repr_mimebundle_()
        bundle["text/plain"] = self._despatch.reading
        bundle["text/html"] = still(self._despatch, [*self.layers], self._passage)
        display(bundle, raw=True)


def reader(despatch: Despatch, layers: Sequence[str] = (), section: int = 1) -> Reader:
    """Open the reader.

    Parameters
    ----------
    despatch : Despatch
        The document to read.
    layers : sequence of str
        What can be laid over the page: ``"dates"`` with their values, ``"hedges"``,
        ``"markers"`` of notes, ``"notes"`` that open beside their markers, ``"pages"`` where they
        begin, ``"losses"`` for what the copy lost; or ``"all"``.
    section : int
        The section to open at.

    Returns
    -------
    Reader
        A widget: the contents, Previous and Next (or the arrow keys), the text, and the code
        that gives it.

    Raises
    ------
    ValueError
        If there is no layer of that name.

    Examples
    --------
    >>> import lessonkit
    >>> reader(lessonkit.load(), section=7).position
    6
    """
    opened = Reader(despatch, layers)
    opened.go(section - 1)
    return opened


def _name_of(despatch: Despatch) -> str:
    """Return the name that the notebook gives a document, so that the code shown can be run."""
    shell = get_ipython()
    names = [name for name, value in (shell.user_ns if shell else {}).items() if value is despatch]
    return next((name for name in names if not name.startswith("_")), "despatch")


def _names(layers: Sequence[str]) -> list[str]:
    """Return the names of layers, each known; notes that open are markers, too."""
    if layers == "all":
        return [name for name in LAYERS if name != "markers"]
    names = [layers] if isinstance(layers, str) else list(layers)
    for name in names:
        if name not in LAYERS:
            raise ValueError(f"layers: expected some of {', '.join(LAYERS)}, found {name!r}.")
    return names


def _switch(name: str) -> ipywidgets.Checkbox:
    return ipywidgets.Checkbox(
        value=False, description=LAYERS[name].label, indent=False, layout={"width": "auto"}
    )


def still(despatch: Despatch, layers: Sequence[str] = (), on: Sequence[Overlay] = ()) -> str:
    """Set the whole document: sections at the left, layers that can be switched, the text.

    Parameters
    ----------
    despatch : Despatch
        The document.
    layers : sequence of str
        The layers that can be switched, off at first.
    on : sequence of Overlay
        What is set off in any case.

    Returns
    -------
    str
        HTML.

    Examples
    --------
    >>> import lessonkit
    >>> reader = still(lessonkit.load(), ["dates"])
    >>> reader.count("<section"), reader.count("<input"), "<script" in reader
    (9, 1, False)
    """
    stops = stops_of(despatch)
    overlays = [*on, *(o for name in layers for o in LAYERS[name].overlays(despatch))]
    body = "".join(_section(despatch, *item, overlays) for item in enumerate(stops, start=1))
    return (
        f'{STYLE}{_off(layers)}<div class="lessonkit-reader">{_switches(layers)}'
        f'<div class="lessonkit-spread">{_contents(stops)}'
        f'<article class="lessonkit-page" lang="en">{body}</article></div></div>'
    )


def _section(despatch: Despatch, number: int, stop: Stop, overlays: Sequence[Overlay]) -> str:
    body = blocks(despatch, stop.first, stop.last, overlays)
    return f'<section id="lessonkit-{number}" aria-label="{stop.label}">{body}</section>'


def _contents(stops: list[Stop]) -> str:
    items = "".join(
        f'<li><a href="#lessonkit-{number}">{html.escape(stop.words)}</a></li>'
        for number, stop in enumerate(stops, start=1)
    )
    return f'<nav class="lessonkit-contents" aria-label="Sections"><ol>{items}</ol></nav>'


def _switches(layers: Sequence[str]) -> str:
    if not layers:
        return ""
    boxes = "".join(
        f'<label><input type="checkbox" data-layer="{name}"> {LAYERS[name].label}</label>'
        for name in layers
    )
    return f'<div class="lessonkit-layers" role="group" aria-label="Show">{boxes}</div>'


def _off(layers: Sequence[str]) -> str:
    """Return the rules that hide each layer as long as its box is not checked."""
    rules = "".join(_OFF.replace("LAYER", name) for name in layers)
    return f"<style>{rules}</style>" if layers else ""


_OFF = """
.lessonkit-reader:has([data-layer=LAYER]:not(:checked)) small.lessonkit-LAYER { display: none; }
.lessonkit-reader:has([data-layer=LAYER]:not(:checked)) span.lessonkit-LAYER,
.lessonkit-reader:has([data-layer=LAYER]:not(:checked)) label.lessonkit-LAYER {
  border: 0; padding: 0; margin: 0; background: none; pointer-events: none; }
.lessonkit-reader:has([data-layer=LAYER]:not(:checked)) .lessonkit-LAYER input,
.lessonkit-reader:has([data-layer=LAYER]:not(:checked)) label.lessonkit-LAYER small,
.lessonkit-reader:has([data-layer=LAYER]:not(:checked)) .lessonkit-LAYER + .lessonkit-aside {
  display: none; }
"""
