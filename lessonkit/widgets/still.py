"""The reader where nothing runs: one piece of HTML that needs neither a kernel nor a script."""

from __future__ import annotations

import html
from collections.abc import Sequence

from lessonkit.despatch import Despatch
from lessonkit.widgets.layers import LAYERS, Overlay
from lessonkit.widgets.page import STYLE, Stop, blocks, stops_of


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
