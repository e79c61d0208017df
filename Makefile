# `make run` and `make test` need Python 3.11-3.13 and make, nothing else: each sets up what it uses, once.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint types format quality bench lock clean

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
LOCK_TOOL := build/lock-tool

# The newest interpreter in range that can make environments; PYTHON=/path/to/python overrides.
ifndef PYTHON
PYTHON := $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	if $$python -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; \
	then echo $$python; break; fi; done)
endif

export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(INSTALLED) ## raw/ -> processed/; options of `articlefacts run` go into ARGS='...'
	@$(BIN)/articlefacts run $(ARGS)

test: lint types ## lint, types and all tests; options of pytest go into ARGS='...'
	@$(BIN)/python -m pytest $(ARGS)

lint: $(INSTALLED) ## ruff: rules and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(INSTALLED) ## mypy, strict
	@$(BIN)/mypy

format: $(INSTALLED) ## rewrites the code in the house format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

quality: $(INSTALLED) ## precision and recall against annotated articles
	@$(BIN)/python -m benchmarks.quality $(ARGS)

bench: $(INSTALLED) ## speed and memory, as ratios to a bare nlp.pipe
	@$(BIN)/python -m benchmarks.speed $(ARGS)

lock: $(LOCK_TOOL)/bin/uv ## requirements.lock anew from pyproject.toml, for all supported Pythons
	@UV_CUSTOM_COMPILE_COMMAND='make lock' $(LOCK_TOOL)/bin/uv pip compile pyproject.toml --group dev --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-strip-extras --quiet -o requirements.lock $(ARGS)

clean: ## removes what make has built; raw/ and processed/ stay
	@rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

# --no-deps: the lock is complete, and pips before 24 would resolve what an extra of it asks for a second time.
# Stamps: written last, so that an interrupted set-up is done again and a finished one costs nothing.
$(VENV)/.locked: requirements.lock
	@test -n '$(PYTHON)' || { echo 'make: no Python 3.11-3.13 with venv and ensurepip found; name one: make PYTHON=...' >&2; exit 2; }
	@echo 'setting up $(VENV) with $(PYTHON) (once, about two minutes)'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement requirements.lock
	@touch $@

$(INSTALLED): $(VENV)/.locked pyproject.toml
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(LOCK_TOOL)/bin/uv:
	@$(PYTHON) -m venv $(LOCK_TOOL)
	@$(LOCK_TOOL)/bin/python -m pip install --quiet uv
