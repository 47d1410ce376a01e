"""A document on one page of plain text, for whoever has no notebook at hand."""

from __future__ import annotations

import textwrap

import pandas as pd

_WIDTH = 78
_MOST = 24  # sections that a page has room for


def summary(despatch) -> str:
    """Write a document's summary; its date is left out, because a lesson asks for it."""
    lines = [despatch.title, _facts(despatch), "", "Sections"]
    lines += _sections(despatch.sections)
    lines += ["", _dates(despatch.dates), _notes(despatch.notes), _events(despatch.events)]
    if despatch.card:
        lines += ["", f"From the card: {despatch.card.get('volume', 'no volume is named')}"]
    return "\n".join(textwrap.fill(line, _WIDTH, subsequent_indent="    ") for line in lines)


def _facts(despatch) -> str:
    pages = despatch.sections[["first_page", "last_page"]]
    facts = [
        f"No. {despatch.number}" if despatch.number else "",
        f"signed {despatch.signed}" if despatch.signed else "",
        f"pages {pages.min().min()} to {pages.max().max()}" if pages.notna().any(axis=None) else "",
    ]
    return ", ".join(filter(None, facts))


def _sections(sections: pd.DataFrame) -> list[str]:
    lines = [_section(row) for row in sections.head(_MOST).itertuples()]
    if len(rest := sections.iloc[_MOST:]):
        lines.append(f"  and {len(rest):,} more, {int(rest['words'].sum()):,} words")
    return lines


def _section(row) -> str:
    heading = "(no heading)" if pd.isna(row.heading) else row.heading
    lost = ", a centred one above it was lost" if row.heading_lost else ""
    return f"  {row.section:>2}  {row.words:>5} words  {heading}{lost}"


def _dates(dates: pd.DataFrame) -> str:
    counts = dates["basis"].value_counts()
    bases = ", ".join(f"{count} {basis}" for basis, count in counts.items())
    return f"{len(dates)} dates{': ' if bases else ''}{bases}"


def _notes(notes: pd.DataFrame) -> str:
    authors = int(notes["by"].eq("author").sum())
    kept = int(notes["marker"].notna().sum())
    unprinted = int(notes["printed"].eq(False).sum())
    return (
        f"{len(notes)} notes: {authors} by the author, {len(notes) - authors} by editors; "
        f"{kept} of their markers are in the text; {unprinted} say not printed"
    )


def _events(events: pd.DataFrame) -> str:
    counts = ", ".join(
        f"{count} {name}" for name, count in events["certainty"].value_counts().items()
    )
    by = ", ".join(events["found_by"].unique())
    return (
        f"{len(events)} events{f' (found by {by})' if by else ''}{': ' if counts else ''}{counts}"
    )
