# Two commands are enough: `make run` and `make test`. Everything else serves them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CLIENTS := $(VENV)/clients
WHOLLY := conversations/*,storage/*,bot/turn.py,bot/work.py,bot/scope.py,bot/invitations.py,bot/outbound.py,bot/letters.py,bot/calls.py,bot/queues.py,bot/post.py
NPM_PACKAGES := grammy@1.46.0 axe-core@4.14.1

.PHONY: setup clients run test coverage pictures leaflet wheel trials lint format types corpus bench audit lock system-packages bench-dialogue bench-growth bench-playground clean help

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

setup: $(STAMP) ## the environment in .venv/, with .venv/bin/komplet

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Komplet needs Python 3.11 or newer: make PYTHON=python3.12 setup" if sys.version_info < (3, 11) else 0)'
	@echo "Filling $(VENV)/: a few minutes, once"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

clients: setup $(CLIENTS)/.installed ## what judges the playground: aiogram, grammY, axe-core

$(CLIENTS)/.installed: requirements/clients.txt Makefile
	@command -v npm >/dev/null || { echo "the tests need node and npm: grammY and axe-core judge the playground"; exit 1; }
	$(PYTHON) -m venv $(CLIENTS)
	$(CLIENTS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/clients.txt
	npm install --silent --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --prefix $(CLIENTS) $(NPM_PACKAGES)
	@touch $@

run: setup ## the playground; with BOT_TOKEN in .env, the bot against Telegram
	@if grep -qsE '^BOT_TOKEN=.+' .env || [ -n "$$BOT_TOKEN" ]; then exec $(BIN)/komplet run; else exec $(BIN)/komplet playground; fi

# More workers than cores: many tests wait for processes of their own.
test: setup lint clients ## everything: lint, types, contracts, tests
	$(BIN)/python -m pytest -n 4 --dist worksteal

coverage: setup clients ## which branches the suite runs; nothing is written into the repository
	@folder=$$(mktemp -d); trap 'rm -rf $$folder' EXIT; export COVERAGE_FILE=$$folder/coverage; \
	$(BIN)/python -m coverage run -m pytest -n 2 --dist worksteal --timeout 600; \
	$(BIN)/python -m coverage combine --quiet $$folder && \
	$(BIN)/python -m coverage report --fail-under 100 --include '$(WHOLLY)'; wholly=$$?; \
	$(BIN)/python -m coverage report --fail-under 90 --omit '$(WHOLLY)' && exit $$wholly

pictures: setup clients ## take the pictures of docs/screens, and write docs/screens.md, anew
	KOMPLET_PICTURES=docs/screens $(BIN)/python -m pytest -q tests/browser/test_tour.py
	$(BIN)/python -m tests.browser.album docs
	$(BIN)/python -m tests.browser.guide docs

leaflet: setup ## print docs/ulotka.html, the office's leaflet, into docs/ulotka.pdf
	$(BIN)/python -m tests.browser.leaflet docs

wheel: setup ## dist/komplet-….whl, to be installed anywhere: pip install --upgrade dist/*.whl
	rm -rf dist
	deploy/wheel $(BIN)/python dist

trials: setup ## every trial of tests/faults at its large size; figures go to docs/trials.md
	$(BIN)/python -m tests.faults.trials docs/trials.md $(filter-out PYTHON=%,$(MAKEOVERRIDES))

lint: setup ## format check, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## rewrite to the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

corpus: setup ## how well the corpus of lists and tables is read
	$(BIN)/python -m tests.corpus.lists
	$(BIN)/python -m tests.corpus.tables

bench: setup ## how fast lists and tables are read
	$(BIN)/python -m tests.bench.lists
	$(BIN)/python -m tests.bench.tables

audit: ## whether a fault is known in what the product runs on (asks PyPI)
	$(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/audit.txt
	$(VENV)/audit/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off --requirement requirements/run.txt

lock: setup ## pin the dependencies again, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --group clients -o requirements/clients.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --group audit -o requirements/audit.txt

system-packages: ## Chromium and npm, for the browser tests (Debian, Ubuntu; as root)
	apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core $$(command -v npm >/dev/null || echo npm)

bench-dialogue: setup clients ## whole enrolments against what one would use instead (docs/benchmarks.md)
	$(BIN)/python -m tests.bench.dialogue
	$(BIN)/python -m tests.bench.turns

bench-growth: setup ## how everything grows with the offices; a national and a continental programme
	$(BIN)/python -m tests.bench.growth
	$(BIN)/python -m tests.bench.scale

bench-playground: setup ## how many updates a second go through the playground
	$(BIN)/python -m tests.bench.playground

clean: ## remove what setup and the tests left
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
