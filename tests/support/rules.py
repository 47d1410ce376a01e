"""The rules that every notebook keeps: each is a function from a notebook to its complaints."""

import html
import json
import re

PARTS = ["open", "objective", "know", "read", "predict", "worked", "check", "modify", "chart",
         "write", "exit"]  # fmt: skip
LIMITS = {"words": 1100, "code cells": 12, "cells": 40, "ideas": 2}


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook):
    return [output for cell in code_cells(notebook) for output in cell.outputs]


def tags(cell):
    return set(cell.metadata.get("tags", []))


def markup(notebook):
    """Return the HTML of all outputs."""
    return ["".join(output.get("data", {}).get("text/html", "")) for output in outputs(notebook)]


def is_executed(notebook):
    counts = [cell.execution_count for cell in code_cells(notebook)]
    if counts != list(range(1, len(counts) + 1)):
        yield f"execution counts are not 1 to n: {counts}"


def runs_cleanly(notebook):
    for output in outputs(notebook):
        if output.output_type == "error":
            yield f"a stored error: {output.ename}"
        if output.get("name") == "stderr":
            yield f"words on stderr: {output.text[:60]}"


def shows_pictures_with_words(notebook):
    for output in outputs(notebook):
        if "image/png" in output.get("data", {}):
            yield "a bare image/png, whose alternative text is lost"
    for image in re.findall(r"<img\b[^>]*>", " ".join(markup(notebook))):
        alt = re.search(r'\balt="([^"]*)"', image)
        length = len(html.unescape(alt[1])) if alt else 0
        if not 40 <= length <= 300:
            yield f"alternative text of {length} characters; 40 to 300 are wanted"


def is_comparable(notebook):
    """Nothing that nbval cannot compare, or is told not to."""
    for cell in code_cells(notebook):
        if cell.source.rstrip().endswith(";"):
            yield "a trailing ;"
        if re.search(r"\b(?:interact|Output)\(", cell.source):
            yield "interact or Output, which nbval cannot compare"
        if any(tag.startswith(("nbval-skip", "nbval-ignore")) for tag in tags(cell)):
            yield "a cell that nbval is told to skip or to ignore"
    if any(re.search(r'<style type="text/css">\s*#T_', text) for text in markup(notebook)):
        yield "a displayed Styler, whose ids are random"
    for output in outputs(notebook):
        if "application/vnd.jupyter.widget-view+json" in output.get("data", {}):
            yield "a widget view, whose ids are random"
    if "widgets" in notebook.metadata:
        yield "stored widget state"


def is_short(notebook):
    prose = sum(len(c.source.split()) for c in notebook.cells if c.cell_type == "markdown")
    ideas = {idea for cell in notebook.cells for idea in cell.metadata.get("ideas", [])}
    for name, found in (
        ("words", prose), ("code cells", len(code_cells(notebook))), ("cells", len(notebook.cells)),
        ("ideas", len(ideas)),
    ):  # fmt: skip
        if found > LIMITS[name]:
            yield f"{found} {name}; at most {LIMITS[name]}"
    for cell in code_cells(notebook):
        lines = cell.source.splitlines()
        if len(lines) > (8 if "worked" in tags(cell) else 12):
            yield f"a code cell of {len(lines)} lines"
        if any(len(line) > 80 for line in lines):
            yield "a line of code over 80 columns"


def has_every_part(notebook):
    found = [part for cell in notebook.cells for part in PARTS if part in tags(cell)]
    if len(found) != len(notebook.cells):
        yield "a cell with no part of the template, or with two"
    in_order = [part for i, part in enumerate(found) if i == 0 or part != found[i - 1]]
    if in_order != PARTS:
        yield f"parts are {in_order}"


def keeps_its_time(notebook):
    minutes = sum(cell.metadata.get("minutes", 0) for cell in notebook.cells)
    stated = notebook.metadata.lessonkit.minutes
    if minutes != stated:
        yield f"cells take {minutes} minutes, the lesson states {stated}"
    objective = " ".join(cell.source for cell in notebook.cells if "objective" in tags(cell))
    if f"{stated} minutes" not in objective:
        yield f"the objective does not say {stated} minutes"


def opens_with_one_question(notebook):
    headings = [line for c in notebook.cells if c.cell_type == "markdown"
                for line in c.source.splitlines() if line.startswith("# ")]  # fmt: skip
    if len(headings) != 1 or not notebook.cells[0].source.startswith("# "):
        yield f"one H1 is wanted, in the first cell: {headings}"
    question = re.search(r"\*\*([^*]+\?)\*\*", notebook.cells[0].source)
    if not question or len(question[1].split()) > 25:
        yield "a question of 25 words at most is wanted, in bold in the first cell"
    known = [cell for cell in notebook.cells if "know" in tags(cell)]
    if sum(len(cell.source.split()) for cell in known) > 150:
        yield "what you need to know takes more than 150 words"


def keeps_solutions_out(student, master):
    whole = json.dumps(student, ensure_ascii=False)
    for cell in master.cells:
        if not tags(cell) & {"solution", "instructor"}:
            continue
        for line in filter(None, map(str.strip, cell.source.splitlines())):
            if len(line) > 3 and json.dumps(line, ensure_ascii=False)[1:-1] in whole:
                yield f"the student edition holds a line of the master's alone: {line}"
    if any(tags(cell) & {"solution", "instructor"} for cell in student.cells):
        yield "a cell tagged for the master alone"
    if any(re.search(r"\d\.\d (Right|Complete)", text) for text in markup(student)):
        yield "a right answer in the stored outputs"


ALWAYS = [is_executed, runs_cleanly, shows_pictures_with_words, is_comparable]
STUDENT = [*ALWAYS, is_short, has_every_part, keeps_its_time, opens_with_one_question]
