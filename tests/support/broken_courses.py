"""A course with every kind of question, and what is broken in it, case by case."""

COURSE = """
id = "mine"
title = "Mine"
version = "1"
document = "mine.txt"
lessons = [1]
"""
LESSON = """
title = "One"
question = "What is it?"
version = "1"

[[exercise]]
id = "1.1"
kind = "choice"
points = 1
answer = "A"
right = "Yes."
hints = ["Look."]
[exercise.options]
A = "a telegram"
B = "a despatch"
[[exercise.wrong]]
misconception = "despatch"
answers = ["B"]
say = "Look at the word below the number."

[[exercise]]
id = "1.2"
kind = "number"
points = 2
what = "the rows"
answer = { truth = "number_of_sections" }
right = "Yes."
otherwise = "Count again."
hints = ["Count."]
[[exercise.wrong]]
misconception = "from zero"
answers = [7]
say = "Where does the computer begin?"

[[exercise]]
id = "1.3"
kind = "short text"
points = 1
accept = 'kirk'
right = "Yes."
otherwise = "Look again."
hints = ["Look."]
[[exercise.wrong]]
misconception = "the addressee"
pattern = 'hull'
say = "To whom?"

[[exercise]]
id = "1.4"
kind = "date"
points = 1
answer = "1938-09-04"
right = "Yes."
otherwise = "Look again."
hints = ["Look."]
[[exercise.wrong]]
misconception = "too early"
answers = ["1938-08-24", "1938-06-01..1938-06-30"]
say = "Read on."

[[exercise]]
id = "1.5"
kind = "interval"
points = 1
right = "Yes."
right_open = "So far, yes."
otherwise = "Look again."
hints = ["Look."]
[exercise.answer]
not_before = "1938-08-10"
not_after = { truth = "written" }
[[exercise.wrong]]
misconception = "a point"
not_before = ["right"]
not_after = ["same"]
say = "Is it a day?"

[[exercise]]
id = "1.6"
kind = "order"
points = 1
answers = ["BA"]
right = "Yes."
otherwise = "Look again."
hints = ["Look."]
[exercise.options]
A = "draw"
B = "sort"
[[exercise.wrong]]
misconception = "too soon"
before = ["A", "B"]
say = "What does it draw?"

[[exercise]]
id = "1.7"
kind = "set"
points = 1
choose_from = ["Kirk", "Hull", "Yang"]
answer = ["Yang"]
right = "Yes."
otherwise = "Look again."
hints = ["Look."]
[[exercise.wrong]]
misconception = "the writer"
named = ["Kirk"]
say = "Does he speak?"

[[exercise]]
id = "1.8"
kind = "pairs"
points = 1
answer = { truth = "note_of_each_marker" }
right = "Yes."
otherwise = "Look again."
hints = ["Look."]
[[exercise.wrong]]
misconception = "by number"
pairs = { "5" = 5 }
say = "Read note 5."

[[exercise]]
id = "1.9"
kind = "tags"
points = 1
right = "Yes."
hints = ["Look."]
[[exercise.claim]]
event = "E01"
hedged = true
look = "Look at “perhaps”."

[[exercise]]
id = "1.10"
kind = "prose"
points = 3
words = [60, 100]
rubric = "Claim, quotation, limit."
hints = ["Quote."]
[exercise.require]
pattern = '[0-9]'
misconception = "no number"
say = "Which number?"
[exercise.reveal]
after = ["1.1"]
truth = "written"
say = "It was {written}."
"""

BROKEN = [  # what is replaced, by what, and what is said of it: file, exercise, key, expected, found
    ('title = "One"', "title = One", "lessons/1.toml: expected TOML, found something else"),
    ('title = "One"', "", "lessons/1.toml, key title: expected the lesson's title, found nothing."),
    ('title = "One"', 'title = ""', 'key title: expected the lesson\'s title, found "".'),
    ('title = "One"', "title = 1", "key title: expected the lesson's title, found 1."),
    ('version = "1"\n\n', "version = 1\n\n", "lessons/1.toml, key version: expected a version"),
    ('question = "What is it?"', 'questoin = "What?"', "key question: expected the question it asks"),
    ('version = "1"\n\n', 'version = "1"\nauthor = "me"\n', "key author: expected one of the keys"),
    ('id = "1.1"', "id = 1.1", 'exercise 1.1, key id: expected lesson and number between quotation'),
    ('id = "1.1"', 'id = "one"', 'exercise one, key id: expected lesson and number'),
    ('id = "1.1"', 'id = "2.1"', "exercise 2.1, key id: expected 1. and a number"),
    ('id = "1.2"', 'id = "1.1"', "exercise 1.1, key id: expected 1. and a number that no other"),
    ('kind = "choice"', 'kind = "chocie"', 'exercise 1.1, key kind: expected one of choice, number'),
    ('kind = "choice"', "", "exercise 1.1, key kind: expected one of choice, number"),
    ("points = 2", "points = -2", "exercise 1.2, key points: expected a whole number of points, found -2"),
    ("points = 2", "points = true", "exercise 1.2, key points: expected a whole number of points, found true"),
    ("points = 2", 'points = "2"', 'exercise 1.2, key points: expected a whole number of points, found "2"'),
    ("points = 2", "points = 1.5", "exercise 1.2, key points: expected a whole number of points, found 1.5"),
    ('hints = ["Count."]', 'hints = "Count."', "exercise 1.2, key hints: expected texts in square brackets"),
    ('hints = ["Count."]', "hints = []", "exercise 1.2, key hints: expected texts in square brackets"),
    ('hints = ["Count."]', 'hints = [""]', "exercise 1.2, key hints 1: expected some text"),
    ('hints = ["Count."]', "", "exercise 1.2, key hints: expected texts in square brackets, found nothing"),
    ('answer = "A"', 'answer = "C"', "exercise 1.1, key answer: expected letters of options (A, B), found C"),
    ('answer = "A"', 'answer = "a"', "exercise 1.1, key answer: expected the letter of the right option"),
    ('answers = ["B"]', 'answers = ["D"]', "exercise 1.1, key wrong answers: expected letters of options"),
    ('answers = ["B"]', 'answers = "B"', "exercise 1.1, key wrong 1 answers: expected letters"),
    ('B = "a despatch"', "", "exercise 1.1, key options: expected two options or more"),
    ('B = "a despatch"', 'two = "a despatch"', "exercise 1.1, key options: expected two options or more"),
    ('say = "Look at the word below the number."', "", "exercise 1.1, key wrong 1 say: expected what the"),
    ('misconception = "despatch"', "misconceptoin = 'x'", "exercise 1.1, key wrong 1 misconception"),
    ('"number_of_sections"', '"number_of_section"', "exercise 1.2, key truth: expected one of day_of"),
    ('"number_of_sections"', '"day_of"', "exercise 1.2, key of: expected the words it is about"),
    ('{ truth = "number_of_sections" }', '{ thruth = "x" }', "exercise 1.2, key answer: expected a number,"),
    ('{ truth = "number_of_sections" }', '"eight"', "exercise 1.2, key answer: expected a number, or a truth"),
    ('{ truth = "number_of_sections" }', '{ truth = "written" }', "exercise 1.2, key truth: expected a truth that"),
    ("answers = [7]", 'answers = ["7"]', "exercise 1.2, key wrong 1 answers 1: expected a number"),
    ("accept = 'kirk'", "accept = '(kirk'", "exercise 1.3, key accept: expected a regular expression"),
    ("pattern = 'hull'", "pattern = '*'", "exercise 1.3, key pattern: expected a regular expression"),
    ('answer = "1938-09-04"', "answer = 1938-09-04", "exercise 1.4, key answer: expected a day such as"),
    ('answer = "1938-09-04"', 'answer = "4 September"', "exercise 1.4, key answer: expected a day such as"),
    ('answer = "1938-09-04"', 'answer = "1938-09-31"', "exercise 1.4, key answer: expected a day of the calendar"),
    ('"1938-08-24", ', '"24 August", ', "exercise 1.4, key wrong 1 answers 1: expected a day such as"),
    ('not_before = "1938-08-10"\n', "", "exercise 1.5, key answer not_before: expected a day such as"),
    ('not_after = ["same"]', 'not_after = ["=="]', "exercise 1.5, key wrong 1 not_after 1: expected right, any"),
    ('not_after = ["same"]', "", "exercise 1.5, key wrong 1: expected a misconception that two limits show"),
    ('answers = ["BA"]', 'answers = ["BC"]', "exercise 1.6, key answers: expected the letters of the lines"),
    ('before = ["A", "B"]', 'before = ["A"]', "exercise 1.6, key wrong 1 before: expected two letters"),
    ('answer = ["Yang"]', 'answer = ["Kung"]', "exercise 1.7, key answer: expected some of Kirk, Hull, Yang"),
    ('pairs = { "5" = 5 }', 'pairs = { "5" = "5" }', "exercise 1.8, key wrong 1 pairs 5: expected a whole"),
    ("hedged = true", 'hedged = "yes"', "exercise 1.9, key claim 1 hedged: expected true or false"),
    ("words = [60, 100]", "words = [100, 60]", "exercise 1.10, key words: expected the fewest words first"),
    ("words = [60, 100]", "words = 60", "exercise 1.10, key words: expected the fewest and the most words"),
    ('rubric = "Claim, quotation, limit."', "", "exercise 1.10, key rubric: expected what a reader looks for"),
    ('after = ["1.1"]', 'after = ["1.11"]', "exercise 1.10, key reveal after: expected an exercise of this"),
    ("It was {written}.", "It was {date}.", "exercise 1.10, key truth: expected one of"),
    (LESSON, "", "lessons/1.toml, key title: expected the lesson's title, found nothing"),
    (LESSON, "title = 'a'\nquestion = 'b'\nversion = '1'\nexercise = 5", "key exercise: expected exercises"),
    (LESSON, "title = 'a'\nquestion = 'b'\nversion = '1'\nexercise = [5]", "exercise number 1: expected an exercise"),
]  # fmt: skip
BROKEN_COURSES = [
    ("lessons = [1]", "lessons = [2]", "lessons/2.toml: expected this file in"),
    ("lessons = [1]", "lessons = []", "course.toml, key lessons: expected the lessons' numbers"),
    ("lessons = [1]", 'lessons = ["1"]', "course.toml, key lessons 1: expected a lesson's number"),
    ("lessons = [1]", "lessons = [1, 1]", "course.toml, key lessons: expected each lesson once"),
    ('id = "mine"', 'id = "My Course"', "course.toml, key id: expected an id of small letters"),
    ('id = "mine"', "", "course.toml, key id: expected an id of small letters"),
    ('document = "mine.txt"', 'documents = "mine.txt"', "course.toml, key document: expected the"),
    ('title = "Mine"', "title = ", "course.toml: expected TOML, found something else"),
]
