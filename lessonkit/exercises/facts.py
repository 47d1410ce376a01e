"""What a judge knows of a document: its text, its reading, its number, and named truths about it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date

from lessonkit.errors import CourseError

# name -> what it is; `despatch.truths` computes each from any document of the series
TRUTHS = {
    "day_of": "day",
    "days_between": "number",
    "days_from_bound_to_date": "number",
    "days_from_date_to_receipt": "number",
    "editor_events_without_a_date": "number",
    "file_number": "text",
    "first_page": "number",
    "latest_day_by_author": "day",
    "latest_day_in_body": "day",
    "longest_section": "number",
    "lost_headings": "texts",
    "lost_markers": "texts",
    "note_of_each_marker": "pairs",
    "number_of_headings": "number",
    "number_of_lost_markers": "number",
    "number_of_markers": "number",
    "number_of_sections": "number",
    "occurrences": "number",
    "own_words_of_longest_section": "number",
    "place": "text",
    "printed_marks": "texts",
    "received": "day",
    "rows_of_both_tables": "number",
    "uncopied_words_of_longest_section": "number",
    "words_of_longest_section": "number",
    "written": "day",
}
OF_WORDS = frozenset({"day_of", "days_between", "occurrences"})  # these ask about words given

Answer = str | int | float | dict  # of an exercise: a literal, or {"truth": name, "of": words}


@dataclass(frozen=True)
class Facts:
    """What a judge knows of a document; all of it can be written as JSON.

    Attributes
    ----------
    text : str
        The document.
    reading : str
        Its text without page and note markers, white space joined.
    number : str or None
        The document's number, if it has one.
    truths : dict
        Name to value. A day is ``"YYYY-MM-DD"``; None where the document has no such thing.
    beside : str
        The fingerprint of the card and the events beside the document.

    Examples
    --------
    >>> Facts("I left.", "I left.", "7", {"number_of_sections": 1}).value({"truth": "number_of_sections"})
    1
    """

    text: str = ""
    reading: str = ""
    number: str | None = None
    truths: dict[str, object] = field(default_factory=dict)
    beside: str = ""

    def value(self, answer: Answer) -> object:
        """Return what an answer of a lesson stands for: itself, or the truth that it names.

        Parameters
        ----------
        answer : str, number, or dict
            A literal, or a table with the key ``truth``.

        Returns
        -------
        object

        Raises
        ------
        CourseError
            If the document has no such thing.
        """
        if not (isinstance(answer, dict) and "truth" in answer):
            return answer
        key = truth_key(answer)
        if self.truths.get(key) is None:
            raise CourseError(
                f"truth {key}: expected a value, found none: this document has no such thing. "
                "Ask another question of it, or write the answer itself."
            )
        return self.truths[key]

    def day(self, answer: Answer) -> date:
        """Return the day that an answer of a lesson stands for; see `value`."""
        return date.fromisoformat(str(self.value(answer)))

    @property
    def sha256(self) -> str:
        """The fingerprint of the text, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def as_json(self) -> str:
        """Return the facts as the text of a file ``facts.json``."""
        facts = {
            "format": 1,
            "sha256": self.sha256,
            "beside": self.beside,
            "number": self.number,
            "truths": dict(sorted(self.truths.items())),
            "text": self.text,
            "reading": self.reading,
        }
        return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def facts_from_json(text: str) -> Facts | None:
    """Return the facts of a file ``facts.json``; None if it is stale, damaged, or something else.

    Parameters
    ----------
    text : str
        The file's content.

    Returns
    -------
    Facts or None

    Examples
    --------
    >>> facts_from_json(Facts("I left.", "I left.").as_json()).text
    'I left.'
    >>> facts_from_json("{}") is None
    True
    """
    try:
        found = json.loads(text)
        facts = Facts(
            found["text"], found["reading"], found["number"], found["truths"], found["beside"]
        )
        return facts if found["format"] == 1 and found["sha256"] == facts.sha256 else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def truth_key(answer: dict) -> str:
    """Return the name under which facts keep a truth, with the words it is asked about.

    Parameters
    ----------
    answer : dict
        A table with the key ``truth``, and ``of`` for a truth about given words.

    Returns
    -------
    str

    Examples
    --------
    >>> truth_key({"truth": "day_of", "of": ["June 3"]})
    'day_of: June 3'
    """
    return ": ".join([answer["truth"], *([" | ".join(answer["of"])] if "of" in answer else [])])
