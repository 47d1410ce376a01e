"""Documents of our own in two forms: encoded in TEI, and as the plain text that a site makes of it.

A document is a list of blocks. A block is its kind and its words; words are strings, and between
them ("note", marker, text) and ("page", number).
"""

from xml.sax.saxutils import escape, quoteattr

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" '
    'xml:id="{volume}"><teiHeader><fileDesc><titleStmt><title type="complete">Ruritania</title>'
    "</titleStmt></fileDesc></teiHeader><text><front><div><head>Preface</head><p>Long.</p></div></front>"
    '<body><div type="chapter"><head>Talks</head>\n'
)
_FOOT = "</div></body><back><div><p>Index</p></div></back></text></TEI>\n"


def volume(documents, name="ruritania1901"):
    """Encode documents, [(number, page, blocks)], as one volume."""
    inside = "".join(division(*document) for document in documents)
    return _HEAD.format(volume=name) + inside + _FOOT


def division(number, page, blocks):
    opener = [block for block in blocks if block[0] in ("number", "dateline", "salute")]
    closer = [block for block in blocks if block[0] in ("closing", "signed")]
    written, opened, closed = [], False, False
    for block in blocks:
        if block in opener:
            if not opened:
                written.append(f"<opener>{''.join(map(_block, opener))}</opener>")
            opened = True
        elif block in closer:
            if not closed:
                written.append(f"<closer>{' '.join(map(_block, closer))}</closer>")
            closed = True
        else:
            written.append(_block(block))
    body = "\n   ".join(written)
    at = f'<pb n="{page}" xml:id="pg_{page}_{number}"/>\n' if page else ""
    return f'{at}<div type="document" xml:id="d{number}" n="{number}">\n   {body}\n</div>\n'


def _block(block):
    kind, *words = block
    if kind == "dateline":
        place, when, said, received = words
        later = f"<lb/>[Received {received}.]" if received else ""
        return (
            f'<dateline rendition="#right"><placeName>{place}</placeName>, '
            f'<date when="{when}">{said}</date>.{later}</dateline>'
        )
    inside = "".join(map(_piece, words))
    return {
        "file": f'<note rend="inline" type="source">{inside}</note>',
        "title": f'<head><hi rend="italic">{inside}</hi></head>',
        "number": f'<seg rendition="#left">{inside}</seg>',
        "salute": f"<salute>{inside}</salute>",
        "centre": f'<p rend="center"><hi rend="smallcaps">{inside}</hi></p>',
        "heading": f'<p rend="flushleft"><hi rend="italic">{inside}</hi></p>',
        "p": f"<p>{inside}</p>",
        "quote": f'<quote rend="blockquote"><p>{inside}</p></quote>',
        "items": f"<list>{_items(words)}</list>",
        "closing": f"<salute>{inside}</salute>",
        "signed": f"<signed>{'<lb/>'.join(map(_piece, words))}</signed>",
    }[kind]  # fmt: skip


def _items(words):
    lines = zip("abcdef", words, strict=False)
    return "".join(
        f"<label>({letter})</label><item>{_piece(word)}</item>" for letter, word in lines
    )


def _piece(piece):
    if isinstance(piece, str):
        return escape(piece)
    kind, value, *text = piece
    if kind == "page":
        return f'<pb n="{value}"/>'
    return f"<note n={quoteattr(value)}>{escape(text[0])}</note>"


LOST_MARKS = "†‡"


def plain(blocks, whole=False):
    """Write the blocks as plain text; `whole` keeps what the site leaves out."""
    written, notes, gap = [], [], "\n\n"
    for kind, *words in blocks:
        if kind == "dateline":
            place, _, said, received = words
            words = [f"{place}, {said}." + (f"\n[Received {received}.]" if received else "")]
        if kind in ("file", "dateline", "centre") and not whole:
            gap += "\n" * (kind == "centre")
            continue
        if kind == "items":
            lines = [f"({n}) {word}" for n, word in zip("abcdef", words, strict=False)]
            text = "\n\n".join(lines)
        else:
            joint = "\n" if kind == "signed" else ""
            text = joint.join(_said(word, notes, whole) for word in words)
        written.append((gap if written else "") + text)
        gap = "\n\n"
    listed = "".join(f"\n  {i}. {note}" for i, note in enumerate(notes, start=1))
    return "".join(written) + listed


def _said(piece, notes, whole):
    if isinstance(piece, str):
        return piece
    kind, value, *text = piece
    if kind == "page":
        return f"[Page {value}] "
    notes.append(text[0])
    return "" if value in LOST_MARKS and not whole else value
