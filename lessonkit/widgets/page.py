"""Sets a document as a page of HTML: paragraphs, headings, note markers, page breaks, layers."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lessonkit.despatch import Despatch
from lessonkit.layout import Span
from lessonkit.style import BLUE, HIGHLIGHT, INK, PAPER, VERMILLION
from lessonkit.widgets.layers import Overlay, cut

STYLE = f"""<style>
.lessonkit-page {{ position: relative; max-width: 36em; padding: 1.2em 4.5em 0.6em 2em;
  background: {PAPER}; color: {INK}; border: 1px solid #d0d0d0;
  font: 1.15em/1.6 Georgia, 'Times New Roman', serif; }}
.lessonkit-page p {{ margin: 0 0 0.8em; }}
.lessonkit-page h3 {{ margin: 0.2em 0 0.6em; font: bold 1.05em/1.4 Georgia, serif; color: {INK}; }}
.lessonkit-page sup, .lessonkit-page small, .lessonkit-page .lessonkit-break {{ user-select: none; }}
.lessonkit-page sup {{ line-height: 0; font-size: 0.75em; font-weight: bold; }}
.lessonkit-page small {{ font: 0.72em/1.2 sans-serif; color: {INK}; background: #eeeeee;
  padding: 0 0.4em; margin-left: 0.3em; border-radius: 0.3em; white-space: nowrap; }}
.lessonkit-page .lessonkit-break {{ position: absolute; right: 1em; font: 0.75em/2 sans-serif; }}
.lessonkit-date {{ border-bottom: 2px solid {BLUE}; }}
.lessonkit-note {{ border: 1px solid {VERMILLION}; padding: 0 0.2em; }}
.lessonkit-passage {{ background: {HIGHLIGHT}; }}
</style>"""

_TAGS = {"heading": "h3", "title": "h3"}


class Stop(NamedTuple):
    """What the reader shows at a time, and the code for the same with {} for the document."""

    label: str
    code: str
    first: int
    last: int


def stops_of(despatch: Despatch) -> list[Stop]:
    """Divide a document into what is read at a time: its sections, then its notes.

    The first stop has what stands above the text, the last section what stands below it.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    list of Stop
        ``first`` and ``last`` are offsets of the text, the last exclusive.

    Examples
    --------
    >>> import lessonkit
    >>> [stop.label for stop in stops_of(lessonkit.load())][-2:]
    ['Section 8 of 8', 'Notes']
    """
    sections, notes, end = despatch.sections, despatch.layout.notes, len(despatch.text)
    body_end = notes[0].start if notes else end
    starts = [0, *sections["start"].iloc[1:].tolist(), body_end]
    stops = [
        Stop(
            f"Section {number} of {len(sections)}",
            f'print({{}}.sections.loc[{number - 1}, "text"])',
            starts[number - 1],
            starts[number],
        )
        for number in sections["section"].tolist()
    ]
    if notes:
        stops.append(Stop("Notes", "{}.notes", body_end, end))
    return stops or [Stop("The whole text", "print({}.text)", 0, end)]


def page(
    despatch: Despatch, first: int = 0, last: int | None = None, overlays: Sequence[Overlay] = ()
) -> str:
    """Set a part of a document as HTML.

    Parameters
    ----------
    despatch : Despatch
        The document.
    first, last : int
        Offsets of the text; everything by default. A part begins and ends between blocks.
    overlays : sequence of Overlay
        What is set off, see `lessonkit.widgets.layers`.

    Returns
    -------
    str
        HTML; all that comes from the document is escaped.

    Examples
    --------
    >>> import lessonkit
    >>> "<sup" in page(lessonkit.load(), 75, 341)
    True
    """
    last = len(despatch.text) if last is None else last
    blocks: dict[int, list[Span]] = {}
    for span in despatch.layout.spans:
        if span.block is not None and first <= span.start < last:
            blocks.setdefault(span.block, []).append(span)
    body = "".join(_block(despatch.text, spans, overlays) for spans in blocks.values())
    return f'<article class="lessonkit-page" lang="en">{body}</article>'


def _block(text: str, spans: list[Span], overlays: Sequence[Overlay]) -> str:
    tag = _TAGS.get(spans[0].kind, "p")
    return f"<{tag}>{''.join(_pieces(text, spans, overlays))}</{tag}>"


def _pieces(text: str, spans: list[Span], overlays: Sequence[Overlay]) -> Iterator[str]:
    end = spans[0].start
    near = [o for o in overlays if o.start < spans[-1].end and o.end > end]
    for span in spans:
        yield from _set(text, "blank", end, span.start, near)  # the white space between two spans
        yield from _set(text, span.kind, span.start, span.end, near)
        end = span.end


def _set(text: str, kind: str, start: int, end: int, overlays: list[Overlay]) -> Iterator[str]:
    for left, right, over in cut(start, end, overlays) if start < end else ():
        words = html.escape(text[left:right]).replace("\n", "<br>")
        if kind == "page":
            words = f'<span class="lessonkit-break">{_page_number(words)}</span>'
        elif kind == "marker":
            words = f"<sup>{words}</sup>"
        if over:
            classes = " ".join(f"lessonkit-{overlay.kind}" for overlay in over)
            words = f'<span class="{classes}">{words}</span>'
        yield words
        for overlay in over:
            if overlay.label and overlay.end == right:
                yield f"<small>{html.escape(overlay.label)}</small>"


def _page_number(marker: str) -> str:
    return marker.strip("[]").replace("Page", "p.")
