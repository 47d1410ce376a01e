"""The markers of notes: found inside the words, and matched with the notes they call."""

from __future__ import annotations

import re

from lessonkit.layout.page_breaks import Mark, is_authors

_LETTER_OR_STOP = r"[^\W\d_]|[.,;:!?)\]”’\"'—–-]"
_NUMBER = (
    re.compile(  # its first figure is read first, so that a search is quick, then what is before
        rf"""([1-9](?:(?<=(?:{_LETTER_OR_STOP}).)|(?<=\b1[5-9]\d\d.)|(?<=\b20\d\d.))
    # 10:30, 1926–27, G-2, ’32
    (?<!\d:.)(?<!\d[–—-].)(?<!\b[A-Z][–-].)(?<![\s(]’.)(?<!No\..)(?<!Nos\..)
    (?:(?<!\d\..)|(?<=\b[12]\d{{3}}\..)|(?=\d{{0,2}}(?:\s+[A-Z“]|\s*$)))  # 4.5 million
    (?!(?<=\b\d,.)\d{{2}}|(?<=\b\d\d,.)\d{{2}}|(?<=\b\d\d\d,.)\d{{2}})  # 1,500
    \d{{0,2}}[a-z]?)(?![\d/]|,\d|[^\W\d_])""",
        re.VERBOSE,
    )
)
_COUNTED = (
    r"[a-z]{2,}s\b|per\b|percent\b|million|thousand|hundred|[ap]\. ?m\b|noon\b|o’clock|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_APART = re.compile(  # a number after a space is a marker only where the run has a gap for it
    rf"(?<=[^\W\d_.,;:!?)\]”’\"'] )([1-9]\d{{0,2}}[a-z]?)(?=[ \n]|[.,;:]?(?:\s|$))(?!\s(?:{_COUNTED}))"
)
_AFTER_MARKER = re.compile(  # what may follow one that nothing else speaks for
    r"[.,;:)]|\s*$|\s(?:and|or|but|of|in|to|that|which|who|was|were|is|are|has|had|have|as|for|with|on|"
    r"at|by|from|the|he|it|I|we|they|this|not|will|would|should|regarding|concerning|dated|said)\b"
)
_NAME = re.compile(r"[^\W\d_a-z][\w’-]+[.,]? $")
_COUNTS = re.compile(
    r"\b(?:nos?\.|pp?\.|vol\.|page|pages|file|telegram|despatch|dispatch|note|article|articles|"
    r"paragraph|section|point|chapter|class|group|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan\.|feb\.|mar\.|apr\.|aug\.|sept?\.|oct\.|nov\.|dec\.|"
    r"our|your|my|about|of|than|at|to|the|and|or|for|from|between|some|only|these|those|all) $",
    re.IGNORECASE,
)
_SYMBOL = re.compile(rf"([*†‡§‖¶](?<=(?:{_LETTER_OR_STOP}).)[*†‡§‖¶]{{0,2}})(?=[\s.,;:)\]”’]|$)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_LETTERS = 5  # notes put in after a number: 5a to 5e
_LOST_BETWEEN = 3  # how many numbers in a row a copy may have lost between two it kept


def note_markers(text: str, notes: list[str]) -> tuple[list[Mark], list[Mark | None]]:
    """Find the markers in a text and match them with its notes.

    Editors number their notes on through a volume, so the numbers of a document follow one
    another but seldom begin at 1; the author's own notes have symbols. Numbers are matched
    with the editors' notes in order, symbols with the author's notes in order.
    """
    if not notes:
        return [], []
    authors = {i for i, note in enumerate(notes) if is_authors(note)}
    symbols = [Mark(*m.span(), m[1]) for m in _SYMBOL.finditer(text)][: len(notes)]
    said = [note for i, note in enumerate(notes) if i not in authors]
    found = [Mark(*m.span(), m[1]) for m in _NUMBER.finditer(text)]
    numbers = _with_apart(text, _run_of_numbers(found, len(said)), len(said))
    numbers = _with_repeats(found, numbers, said)
    if not numbers and not authors:  # a volume that marks all its notes with symbols
        matched = dict(enumerate(symbols))
    elif len(numbers) + len(symbols) == len(notes):  # whose notes they are, the marks alone say
        matched = dict(enumerate(sorted(numbers + symbols)))
    else:
        symbols = symbols[: len(authors)]
        matched = _likeliest(numbers, symbols, sorted(authors), len(notes))
    marks = numbers + symbols if numbers or authors else symbols
    return sorted(marks), [matched.get(i) for i in range(len(notes))]


def _likeliest(
    numbers: list[Mark], symbols: list[Mark], authors: list[int], notes: int
) -> dict[int, Mark]:
    """Match the marks with notes so that most symbols find their place.

    A copy may have lost its first numbers; where the symbols stand tells how many.
    """
    editors = sorted(set(range(notes)) - set(authors))
    places = _places(numbers)
    lost = len(editors) - 1 - places[-1] if numbers else 0
    ways = []
    for first in range(min(lost, _LOST_BETWEEN) + 1):
        known = {editors[first + place]: mark for place, mark in zip(places, numbers, strict=True)}
        ways.append(known | _by_place(symbols, authors, known))
    return max(ways, key=len)


def _places(numbers: list[Mark]) -> list[int]:
    """Return how many notes each marker stands after the first; one that repeats stands one on."""
    places: list[int] = []
    last = None
    for mark in numbers:
        key = _key(mark)
        repeats = last is not None and key <= last
        step = 1 if repeats else _notes_between(last, key) if last else 0
        places.append(places[-1] + step if places else 0)
        last = last if repeats else key
    return places


def _with_repeats(found: list[Mark], numbers: list[Mark], said: list[str]) -> list[Mark]:
    """Add the markers of notes that are printed once and called again: their words are listed twice."""
    places = dict(zip(numbers, _places(numbers), strict=True))
    if not numbers or places[numbers[-1]] + 1 == len(said):
        return numbers
    merged: list[Mark] = []
    called: dict[str, int] = {}  # by the value of a marker the place of its note
    more = 0  # markers that repeat so far
    last = -1
    for mark in sorted({*found, *numbers}):
        note = called.get(mark.value)
        if mark in places:
            last = called[mark.value] = places[mark] + more
        elif note is not None and last + 1 < len(said) and said[note] == said[last + 1]:
            last, more = last + 1, more + 1
        else:
            continue
        merged.append(mark)
    return merged if last < len(said) else numbers


def _by_place(symbols: list[Mark], authors: list[int], known: dict[int, Mark]) -> dict[int, Mark]:
    """Match symbols with the author's notes in order, none behind a note that is called later."""
    matched: dict[int, Mark] = {}
    called = sorted(known.items())
    upcoming, passed = 0, -1  # the first number that is not before the symbol, the note before it
    free = iter(authors)
    note = next(free, None)
    for mark in symbols:
        while upcoming < len(called) and called[upcoming][1].start < mark.start:
            passed, upcoming = called[upcoming][0], upcoming + 1
        while note is not None and note < passed:
            note = next(free, None)
        if note is None:
            break
        if upcoming == len(called) or note < called[upcoming][0]:
            matched[note], note = mark, next(free, None)
    return matched


def _key(mark: Mark) -> tuple[int, int]:
    """Return a marker as numbers: "5" is (5, 0), "5a" (5, 1)."""
    digits = mark.value.rstrip(_LETTERS)
    letter = mark.value[len(digits) :]
    return int(digits), ord(letter) - ord("a") + 1 if letter else 0


def _notes_between(first: tuple[int, int], second: tuple[int, int]) -> int:
    """Return how many notes the second marker stands after the first; 0 where it cannot."""
    steps = second[0] - first[0]
    if steps == 0:
        return int(second[1] == first[1] + 1)
    return steps if 0 < steps <= _LOST_BETWEEN + 1 and second[1] == 0 else 0


def _run_of_numbers(candidates: list[Mark], notes: int) -> list[Mark]:
    """Choose the longest run of rising numbers that the notes can account for.

    Among runs of one length the one with fewer gaps wins, then the earlier.
    """
    best: dict[tuple[int, int], tuple[int, int, int]] = {}  # key -> (length, -gaps, notes used)
    back: dict[int, int | None] = {}  # candidate -> the candidate before it in its run
    holder: dict[tuple[int, int], int] = {}  # last key -> candidate
    top: tuple[tuple[int, int], int] | None = None
    for index, mark in enumerate(candidates):
        key = _key(mark)
        if key[1] and (key[0], key[1] - 1) not in best:
            continue  # a letter follows its number, or the letter before it
        run, before = (1, 0, 1), None
        for earlier in _before(key):
            length, gaps, used = best.get(earlier, (0, 0, 0))
            steps = _notes_between(earlier, key)
            extended = (length + 1, gaps - (steps - 1), used + steps)
            if length and extended[2] <= notes and extended[:2] > run[:2]:
                run, before = extended, holder[earlier]
        if notes and run[:2] > best.get(key, (0, 0, 0))[:2] and not (key[1] and before is None):
            best[key], holder[key], back[index] = run, index, before
            if top is None or run[:2] > top[0]:
                top = run[:2], index
    chosen: list[Mark] = []
    at = top[1] if top else None
    while at is not None:
        chosen.append(candidates[at])
        at = back[at]
    return chosen[::-1]


def _before(key: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the markers that can stand before a marker, the nearest first."""
    number, letter = key
    if letter:
        return [(number, letter - 1)]
    nearest = [(number - 1, after) for after in range(_MOST_LETTERS + 1)]
    return nearest + [(number - step, 0) for step in range(2, _LOST_BETWEEN + 2)]


def _with_apart(text: str, numbers: list[Mark], notes: int) -> list[Mark]:
    """Add numbers that stand apart from their word, where the run has a place for them."""
    missing = notes - len(numbers)
    if missing <= 0:
        return numbers
    apart = [
        Mark(*match.span(), match[1])
        for match in _APART.finditer(text)
        if not _COUNTS.search(text, max(match.start() - 12, 0), match.start())
    ]
    if not numbers:
        run = _run_of_numbers([m for m in apart if _may_stand_apart(text, m)], notes)
        return run if len(run) == notes else []
    inside, at = [], 0
    for first, second in zip(numbers, numbers[1:], strict=False):
        gap = _notes_between(_key(first), _key(second)) - 1
        while at < len(apart) and apart[at].start < first.end:
            at += 1
        wanted = _key(first)[0] + 1
        while gap > 0 and at < len(apart) and apart[at].start < second.start:
            if _key(apart[at]) == (wanted, 0):
                inside.append(apart[at])
                wanted, gap = wanted + 1, gap - 1
            at += 1
    run = sorted(numbers + inside)
    used = sum(_notes_between(_key(a), _key(b)) for a, b in zip(run, run[1:], strict=False)) + 1
    return run + _beyond(apart, run[-1], notes - used)


def _may_stand_apart(text: str, mark: Mark) -> bool:
    """Tell whether a lone number after a space can be a marker: behind a name, or before no noun."""
    named = _NAME.search(text, max(mark.start - 30, 0), mark.start)
    return bool(named or _AFTER_MARKER.match(text, mark.end))


def _beyond(apart: list[Mark], last: Mark, missing: int) -> list[Mark]:
    """Return the numbers that carry a run on to its end; none unless all that miss are there."""
    added: list[Mark] = []
    for mark in apart:
        after = added[-1] if added else last
        follows = mark.start > after.start and _key(mark) == (_key(after)[0] + 1, 0)
        if follows and len(added) < missing:
            added.append(mark)
    return added if len(added) == missing else []
