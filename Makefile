# `make` alone lists the commands. Set-up is done once and again when its files change.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV = $(BIN)/uv pip install --quiet --python $(BIN)/python \
	--constraints constraints.txt --build-constraints constraints.txt

.PHONY: help lab test lint notebooks pictures
help:
	@echo "make lab        open the lessons in JupyterLab, in your own folder work/"
	@echo "make test       run every test, the notebooks among them"
	@echo "make lint       check the style of the code"
	@echo "make notebooks  run the masters and write both editions back"
	@echo "make pictures   take the pictures of the README"

lab: $(VENV)/lab.done
	@$(BIN)/lessonkit start work

test: $(VENV)/test.done
	$(BIN)/python -m pytest

lint: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

notebooks: $(VENV)/test.done
	$(BIN)/python -m lessonkit.editions notebooks

pictures: $(VENV)/test.done
	$(BIN)/python tests/pictures.py

$(VENV)/lab.done: $(BIN)/uv pyproject.toml constraints.txt
	@echo "Setting up, once: this takes a moment."
	@$(UV) --editable .
	@touch $@

$(VENV)/test.done: $(BIN)/uv pyproject.toml constraints.txt
	@echo "Setting up, once: this takes a moment."
	@$(UV) --editable '.[test]'
	@touch $(VENV)/lab.done $@

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"lessonkit needs Python 3.11 or newer, found " + sys.version.split()[0] + \
		". Name a newer one: make PYTHON=python3.12 lab")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
