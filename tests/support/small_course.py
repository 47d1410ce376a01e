"""A course of two lessons, 2 and 12, about a letter from Chefoo."""

COURSE = """
id = "mine"
title = "A letter"
version = "1"
document = "letter.txt"
lessons = [2, 12]
"""
LETTER = """The Consul at Chefoo (Allman) to the Secretary of State

No. 12

Sir: I have the honor to report that the steamer left this port on June 3, 1938. It was said that
she carried rice, and the harbor master saw her go.

Respectfully yours,

Allman
"""
NUMBER = """
[[exercise]]
id = "{id}"
kind = "number"
points = 2
what = "it"
answer = {answer}
right = "Yes."
otherwise = "Count again."
hints = ["Count."]
[[exercise.wrong]]
misconception = "one too many"
answers = [9]
say = "Where do you begin?"
"""
PROSE = """
[[exercise]]
id = "{id}"
kind = "prose"
points = 3
words = [5, 60]
rubric = "A reader will look for: the **cargo**."
hints = ["Quote."]
"""
TAGS = """
[[exercise]]
id = "{id}"
kind = "tags"
points = 1
right = "Yes."
hints = ["Look."]
[[exercise.claim]]
event = "E01"
look = "Look at “said”."
[[exercise.claim]]
event = "E02"
look = "Look at “saw”."
"""
HEAD = 'title = "Lesson {0}"\nquestion = "What is it?"\nversion = "1"\n'
TEXTS = ["She carried rice: “It was said that she carried rice” says so.",
         "He saw her: “the harbor master saw her go” is what it says."]  # fmt: skip


def lesson(number, *exercises):
    return HEAD.format(number) + "".join(exercises)


def number(id_, answer="8"):
    return NUMBER.format(id=id_, answer=answer)


DATE = """
[[exercise]]
id = "12.3"
kind = "date"
points = 2
answer = { truth = "received" }  # a letter without a card has no such day
right = "Yes."
otherwise = "Look again."
hints = ["Look."]
[[exercise.wrong]]
misconception = "the steamer's day"
answers = ["1938-06-03"]
say = "Is that a day of the letter?"
"""
LESSONS = {
    2: lesson(2, number("2.1"), TAGS.format(id="2.2")),
    12: lesson(12, PROSE.format(id="12.1"), number("12.2"), DATE, PROSE.format(id="12.10"),
               TAGS.format(id="12.11")),
}  # fmt: skip
