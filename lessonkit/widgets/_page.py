"""Sets a document as a page of HTML: paragraphs, headings, note markers, page breaks, layers."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lessonkit import style
from lessonkit.despatch import Despatch
from lessonkit.layout import Span
from lessonkit.widgets._layers import Overlay, cut

_COLOURS = {
    "ink": style.INK, "paper": style.PAPER, "blue": style.BLUE, "vermillion": style.VERMILLION,
    "green": style.GREEN, "purple": style.PURPLE, "highlight": style.HIGHLIGHT,
}  # fmt: skip
_VARIABLES = " ".join(f"--lk-{name}: {value};" for name, value in _COLOURS.items())
_RULES = Path(__file__).with_name("reader.css").read_text(encoding="utf-8")
STYLE = f"<style>\n.lessonkit-reader {{ {_VARIABLES} }}\n{_RULES}</style>"

_TAGS = {"heading": "h3", "title": "h3"}
_SET = {"title": "title", "closing": "closing", "signature": "signature", "note": "endnote"}


class Stop(NamedTuple):
    """What the reader shows at a time: its place, its number and first words, and the code.

    The code has {} for the document; `last` is exclusive.
    """

    label: str
    words: str
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

    Examples
    --------
    >>> import lessonkit
    >>> [" ".join(stop.words.split()) for stop in stops_of(lessonkit.load())][-2:]
    ['8 Soviet Assistance to China.', 'Notes']
    """
    sections, notes, end = despatch.sections, despatch.layout.notes, len(despatch.text)
    body_end = notes[0].start if notes else end
    starts = [0, *sections["start"].iloc[1:].tolist(), body_end]
    stops = [
        Stop(
            f"Section {row.section} of {len(sections)}",
            f"{row.section}\u2002{_first_words(despatch, row.start, row.end)}",
            f'print({{}}.sections.loc[{row.section - 1}, "text"])',
            starts[row.section - 1],
            starts[row.section],
        )
        for row in sections.itertuples()
    ]
    if notes:
        stops.append(Stop("Notes", "Notes", "{}.notes", body_end, end))
    return stops or [Stop("The whole text", "The whole text", "print({}.text)", 0, end)]


def _first_words(despatch: Despatch, start: int, end: int) -> str:
    """Return a section's first line: its heading, or how its first paragraph begins."""
    line = despatch.layout.read(start, end).partition("\n")[0]
    return line if len(line) <= 80 else " ".join(line[:40].split()[:-1]) + " …"


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
        What is set off, see `lessonkit.widgets._layers`.

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
    body = blocks(despatch, first, len(despatch.text) if last is None else last, overlays)
    return f'<article class="lessonkit-page" lang="en">{body}</article>'


def blocks(despatch: Despatch, first: int, last: int, overlays: Sequence[Overlay]) -> str:
    """Set the blocks of a part, without the page around them; see `page`.

    Parameters
    ----------
    despatch, first, last, overlays
        See `page`.

    Returns
    -------
    str

    Examples
    --------
    >>> import lessonkit
    >>> blocks(lessonkit.load(), 65, 75, [])
    '<p>No. 1667</p>'
    """
    parts: dict[int, list[Span]] = {}
    for span in despatch.layout.spans:
        if span.block is not None and first <= span.start < last:
            parts.setdefault(span.block, []).append(span)
    return "".join(_block(despatch.text, spans, overlays) for spans in parts.values())


def _block(text: str, spans: list[Span], overlays: Sequence[Overlay]) -> str:
    tag = _TAGS.get(spans[0].kind, "p")
    kind = _SET.get(spans[0].kind) or ("hang" if text[spans[0].start] in "“‘\"'" else "")
    classes = f' class="lessonkit-{kind}"' if kind else ""
    return f"<{tag}{classes}>{''.join(_pieces(text, spans, overlays))}</{tag}>"


def _pieces(text: str, spans: list[Span], overlays: Sequence[Overlay]) -> Iterator[str]:
    first, last = spans[0].start, spans[-1].end
    near = [o for o in overlays if o.start <= last and o.end >= first]
    end = first
    for span in spans:
        yield from _set(text, "blank", end, span.start, near)  # the white space between two spans
        yield from _set(text, span.kind, span.start, span.end, near)
        end = span.end
    yield from (_label(overlay) for overlay in near if overlay.start == overlay.end == last)


def _set(text: str, kind: str, start: int, end: int, overlays: list[Overlay]) -> Iterator[str]:
    for left, right, over in cut(start, end, overlays) if start < end else ():
        yield from (_label(overlay) for overlay in over if overlay.start == overlay.end == left)
        over = [overlay for overlay in over if overlay.start < overlay.end]
        words = html.escape(text[left:right]).replace("\n", "<br>")
        if kind == "page":
            words = f'<span class="lessonkit-pageno">{_page_number(words)}</span>'
        elif kind == "marker":
            words = f"<sup>{words}</sup>"
        labels = "".join(_label(o) for o in over if o.end == right and not o.aside)
        for opens in (overlay for overlay in over if overlay.aside):
            words = _opening(words, opens)
        if classes := " ".join(
            f"lessonkit-{overlay.kind}" for overlay in over if not overlay.aside
        ):
            words = f'<span class="{classes}">{words}</span>'
        yield words + labels


def _label(overlay: Overlay) -> str:
    if not overlay.label:
        return ""
    return f'<small class="lessonkit-{overlay.kind}">{html.escape(overlay.label)}</small>'


def _opening(words: str, overlay: Overlay) -> str:
    """Set a marker as a switch, and behind it what it opens; it needs no script."""
    return (
        f'<label class="lessonkit-{overlay.kind}"><input type="checkbox">{words} {_label(overlay)}'
        f'</label><span class="lessonkit-aside" role="note">{html.escape(overlay.aside)}</span>'
    )


def _page_number(marker: str) -> str:
    return marker.strip("[]").replace("Page", "p.")
