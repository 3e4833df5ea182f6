# Every target sets up what it needs. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules
# Bytecode is kept whatever the shell says: tests and checks start Python many times.
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= python3
CASE ?= japan-russia-2017
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-bench
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
FAST := not slow and not browser and not fuzz and not wheel and not crash
TWO := --numprocesses 2 --dist loadfile
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --no-strip-extras --upgrade

.PHONY: help brief record test test-all coverage check bench docs lock clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

brief: $(VENV)/.base ## Write the brief of CASE (default japan-russia-2017) to build/brief
	@mkdir -p build/brief
	$(BIN)/detente brief $(CASE) --claims --out build/brief
	@echo; echo "Open in a browser:"; find build/brief -name '*.html' | sort | sed 's/^/  /'

record: $(VENV)/.record ## Set up the record of events, and print what it keeps
	$(BIN)/detente record status

test: $(VENV)/.dev ## Run the core tests, with the reason of every skip
	$(BIN)/python -m pytest $(TWO) -m "$(FAST)"

test-all: $(VENV)/.spark ## Run every test
	HYPOTHESIS_PROFILE=ci $(BIN)/python -m pytest $(TWO)

coverage: $(VENV)/.dev ## Run the core tests and say what they leave out
	$(BIN)/python -m pytest $(TWO) -m "$(FAST)" --cov=detente --cov-report=term-missing:skip-covered

check: $(VENV)/.dev ## Formatting, lint, types, import contract, docs
	@echo "== formatting"; $(BIN)/ruff format --check .
	@echo "== lint"; $(BIN)/ruff check .
	@echo "== types"; $(BIN)/mypy
	@echo "== import contract"; $(BIN)/lint-imports
	@echo "== docs"; $(MAKE) --no-print-directory docs

bench: $(PEERS)/.ready ## Run the registered benchmarks beside their peers
	$(PEERS)/bin/python -m bench

docs: $(VENV)/.dev ## Build the documentation, warnings being errors
	$(BIN)/python -m sphinx -b html -W --keep-going -n -q docs build/docs
	@echo "The documentation is at build/docs/index.html"

lock: $(VENV)/.dev ## Resolve the locks anew (requirements/*.txt)
	$(COMPILE) pyproject.toml --output-file requirements/base.txt
	$(COMPILE) requirements/build.in --constraints requirements/base.txt --output-file requirements/build.txt
	$(COMPILE) pyproject.toml --extra record --extra testing requirements/build.in requirements/dev.in \
		--constraints requirements/base.txt --constraints requirements/build.txt --output-file requirements/dev.txt
	$(COMPILE) pyproject.toml --extra record --constraints requirements/dev.txt --output-file requirements/record.txt
	$(COMPILE) pyproject.toml --extra record --extra spark --constraints requirements/dev.txt \
		--output-file requirements/spark.txt
	$(COMPILE) requirements/bench.in --constraints requirements/base.txt --constraints requirements/dev.txt \
		--output-file requirements/bench.txt

clean: ## Remove the environment and everything that was built
	rm -rf $(VENV) $(PEERS) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps below are keyed on the locks: a second run costs nothing until a lock changes.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Détente needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." \
			"Name another one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: requirements/base.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes -r requirements/base.txt -r requirements/build.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.record: requirements/record.txt $(VENV)/.base
	$(PIP) install --quiet --require-hashes -r requirements/record.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt requirements/base.txt pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.base $(VENV)/.record $@

# Spark is half a gigabyte: only the tests that compare engines ask for it.
$(VENV)/.spark: requirements/spark.txt $(VENV)/.dev
	$(PIP) install --quiet --require-hashes -r requirements/spark.txt
	@touch $@

# The peers of the benchmarks stand apart: nothing else may come to need them.
$(PEERS)/.ready: requirements/bench.txt requirements/dev.txt pyproject.toml | $(BIN)/python
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip --disable-pip-version-check --no-input install --quiet --require-hashes \
		-r requirements/dev.txt -r requirements/bench.txt
	$(PEERS)/bin/python -m pip --disable-pip-version-check --no-input install --quiet --no-deps \
		--no-build-isolation --editable .
	@touch $@
