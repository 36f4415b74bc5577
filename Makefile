# Two commands are enough: `make run` and `make test`. Everything else serves them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup run test lint format types corpus bench lock system-packages clean help

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

setup: $(STAMP) ## the environment in .venv/, with .venv/bin/komplet

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Komplet needs Python 3.11 or newer: make PYTHON=python3.12 setup" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

run: setup ## the playground; with BOT_TOKEN in .env, the bot against Telegram
	@if grep -qsE '^BOT_TOKEN=.+' .env || [ -n "$$BOT_TOKEN" ]; then exec $(BIN)/komplet run; else exec $(BIN)/komplet playground; fi

test: setup lint ## everything: lint, types, contracts, tests
	$(BIN)/python -m pytest -n 2

lint: setup ## format check, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## rewrite to the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

corpus: setup ## how well lists are read: precision, recall, questions, silent faults
	$(BIN)/python -m tests.corpus.lists

bench: setup ## how fast lists are read
	$(BIN)/python -m tests.bench.lists

lock: setup ## pin the dependencies again, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt

system-packages: ## Chromium, for the browser tests (Debian, Ubuntu; as root)
	apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core

clean: ## remove what setup and the tests left
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
