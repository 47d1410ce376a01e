"""What an element is, by its name, its attributes and its place: heading, note, block."""

from __future__ import annotations

from lessonkit.layout import NUMBER, SALUTATION, is_authors, is_enclosure, is_signature

PARAGRAPHS = frozenset("p ab trailer l cell figDesc".split())
_SET_OFF = frozenset("italic smallcaps strong bold".split())
_AUTHORS = ("author", "original")


def name_of(element) -> str | None:
    """Return an element's name without its name space; None for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else None


def is_centred(element) -> bool:
    """Tell whether an element is set in the middle, as a heading is."""
    return "center" in (element.get("rend") or "") or "center" in (element.get("rendition") or "")


def is_apart(element) -> bool:
    """Tell whether a note stands in the text for itself and is called by no marker."""
    return element.get("rend") == "inline" or (element.get("n") is None and element.get("type"))


def is_block(element) -> bool:
    """Tell whether a quotation is set as paragraphs, not among words."""
    return "block" in (element.get("rend") or "") or any(name_of(c) in PARAGRAPHS for c in element)


def is_set_off(element) -> bool:
    """Tell whether all words of a paragraph are in italics or small capitals, as a heading is."""
    if not len(element) or any(map(str.isalnum, element.text or "")):
        return False
    loose = [child.tail or "" for child in element]
    names = {name_of(child) for child in element if child.get("rend") in _SET_OFF}
    others = {name_of(c) for c in element if c.get("rend") not in _SET_OFF} - {"note", "pb", "lb"}
    return names == {"hi"} and not others and not any(map(str.isalnum, "".join(loose)))


def is_own(element, words: str) -> bool:
    """Tell whether a note is the author's own: the encoding says so, or its words."""
    said = f"{element.get('type') or ''} {element.get('resp') or ''}".lower()
    return any(word in said for word in _AUTHORS) or is_authors(words)


def note_words(element) -> str:
    """Return a note's words, white space joined, a paragraph a line; page breaks are left out."""
    lines = [[element.text or ""]]
    for child in element.iterchildren():
        name = name_of(child)
        if name in ("p", "list", "quote") and "".join(lines[-1]).strip():
            lines.append([])
        if name:
            lines[-1] += child.itertext()
        lines[-1].append(child.tail or "")
    return "\n".join(filter(None, (" ".join("".join(line).split()) for line in lines)))


def words_of(element) -> str:
    """Return an element's words, a line's end among them a space."""
    pieces = [element.text or ""]
    for child in element:
        name = name_of(child)
        pieces.append(words_of(child) if name and name != "lb" else " ")
        pieces.append(child.tail or "")
    return "".join(pieces)


def above(words: str) -> str:
    """Return what words of an opener are: number, salutation, label, or heading of an enclosure."""
    if is_enclosure(words):
        return "heading"
    if SALUTATION.fullmatch(words):
        return "salutation"
    return "number" if NUMBER.match(words) else "label"


def below(words: str) -> str:
    """Return what words of a closer are: signature or closing."""
    return "signature" if is_signature(words) else "closing"
