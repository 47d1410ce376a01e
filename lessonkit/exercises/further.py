"""One thing more that a question asks of an answer which its kind calls right."""

from __future__ import annotations

from collections.abc import Callable

from lessonkit.despatch import Despatch
from lessonkit.exercises.engine import NEARLY, RIGHT, Feedback
from lessonkit.exercises.kinds import Judge


def further(
    judge: Judge, holds: Callable[[object, Despatch], object], name: str, message: str
) -> Judge:
    """Ask one thing more of an answer that a judge calls right.

    Parameters
    ----------
    judge : callable
        Judges first; whatever it does not call right stays as it is.
    holds : callable
        Whether the answer to a document has what is asked for besides.
    name, message : str
        The misconception of an answer that has not, and what to say to it.

    Returns
    -------
    callable

    Examples
    --------
    >>> judge = further(lambda answer, _: Feedback(RIGHT, "Yes."), lambda a, _: "7" in a, "no 7", "Which?")
    >>> judge("7 words", None).message, judge("words", None).message
    ('Yes.', 'Which?')
    """

    def judged(answer: object, despatch: Despatch) -> Feedback:
        feedback = judge(answer, despatch)
        if feedback.outcome != RIGHT or holds(answer, despatch):
            return feedback
        return Feedback(NEARLY, message, name)

    return judged
