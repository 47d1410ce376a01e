# `make` alone lists the commands. Set-up is done once and again when its files change.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV = $(BIN)/uv pip install --quiet --python $(BIN)/python \
	--constraints constraints.txt --build-constraints constraints.txt
PIP = $(BIN)/python -m pip install --quiet --constraint constraints.txt

# The folder was moved, or its Python is gone: .venv points to what was, so it is made anew.
STALE := $(shell test -f $(VENV)/where && { test "$$(cat $(VENV)/where)" != "$$(pwd -P)" || \
	! $(BIN)/python -c '' 2>/dev/null; } && rm -rf $(VENV))

.PHONY: help lab check test lint coverage notebooks site bench bench-dates fuzz pictures \
	recipe-nbgrader recipe-hub
help:
	@echo "make lab          open the lessons in JupyterLab, in your own folder work/"
	@echo "make check        lint, then run the fast tests"
	@echo "make test         run every test, the notebooks among them"
	@echo "make lint         check style, types, and the order of the packages"
	@echo "make coverage     measure what the fast tests run of lessonkit/"
	@echo "make notebooks    run the masters and write both editions back"
	@echo "make site         write the web edition to site/"
	@echo "make bench        measure speed and memory, as ratios"
	@echo "make bench-dates  measure how dates are found against other tools"
	@echo "make fuzz         for an hour, feed the readers what no one would write"
	@echo "make pictures     take the pictures of the README"
	@echo "make recipe-nbgrader  try the nbgrader course in a real nbgrader"
	@echo "make recipe-hub       try the JupyterHub with 20 students"

lab: $(VENV)/lab.done
	@$(BIN)/lessonkit start work

FAST = $(BIN)/python -m pytest -m "not slow" tests lessonkit

check: lint
	$(FAST)

test: $(VENV)/test.done
	$(BIN)/python -m pytest

lint: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

coverage: $(VENV)/test.done
	$(FAST) --cov

notebooks: $(VENV)/test.done
	$(BIN)/lessonkit build

site: $(VENV)/test.done
	@$(BIN)/lessonkit site site

bench: $(VENV)/test.done
	@$(BIN)/python -m tests.support.bench

bench-dates: $(VENV)/bench.done
	@$(BIN)/python -m tests.support.bench_dates

fuzz: $(VENV)/fuzz.done
	@$(BIN)/python -m tests.support.fuzz $(or $(SECONDS),3600)

pictures: $(VENV)/test.done
	$(BIN)/python -m tests.support.pictures

recipe-nbgrader recipe-hub: $(VENV)/test.done
	@$(BIN)/python -m tests.support.recipes.$(@:recipe-%=%)

$(VENV)/lab.done: $(BIN)/uv pyproject.toml constraints.txt
	@echo "Installing what is pinned in constraints.txt."
	@$(UV) --editable . || $(PIP) --editable .
	@pwd -P > $(VENV)/where
	@touch $@

$(VENV)/test.done: $(BIN)/uv pyproject.toml constraints.txt
	@echo "Installing what is pinned in constraints.txt."
	@$(UV) --editable '.[test]' || $(PIP) --editable '.[test]'
	@pwd -P > $(VENV)/where
	@touch $(VENV)/lab.done $@

$(VENV)/bench.done $(VENV)/fuzz.done: $(VENV)/%.done: $(VENV)/test.done
	@$(UV) --editable '.[$*]' || $(PIP) --editable '.[$*]'
	@touch $@

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"lessonkit needs Python 3.11 or newer, found " + sys.version.split()[0] + \
		". Name a newer one: make PYTHON=python3.12 lab")'
	@echo "Setting up, once: this takes a moment and needs the network. If that fails, run it again."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --disable-pip-version-check uv
