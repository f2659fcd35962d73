# Bemöt. `make` alone lists what can be asked for.
# Windows without make: see "On Windows" in CONTRIBUTING.md; it is four lines.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
DOMAIN := bemot
PO     := $(wildcard assets/i18n/*/LC_MESSAGES/$(DOMAIN).po)
ARGS   ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help play dev test check lint format types walls i18n-check decks tests rehearse cover shots bench leak model chaos fuzz audit lock i18n wheel clean distclean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

play: $(VENV)/.play ## install what is missing and open the game (ARGS="--help" for more)
	@$(BIN)/bemot play $(ARGS)

dev: $(VENV)/.dev ## install the tools for working on the code

test: $(VENV)/.dev ## run the tests (ARGS="tests/rules -k vote" for some of them)
	$(BIN)/pytest $(ARGS)

check: lint types walls i18n-check decks rehearse tests ## everything that must hold before a change is merged

lint: $(VENV)/.dev ## ruff: mistakes and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev ## let ruff lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev ## mypy, strict, tests included
	$(BIN)/mypy

walls: $(VENV)/.dev ## import-linter: who may import whom
	$(BIN)/lint-imports

tests: $(VENV)/.dev ## every test and every example in code and docs, on all cores
	$(BIN)/pytest -n auto --dist loadgroup

decks: $(VENV)/.dev ## check every deck that comes with the game, and that each card fits on the screen
	$(BIN)/bemot deck check decks/*

rehearse: $(VENV)/.dev ## play a short session without a window and keep its pictures
	$(BIN)/bemot rehearse --preset "APT 30" --tables 1 --seats 5 --shots build/rehearsal

cover: $(VENV)/.dev ## the tests again, with branch coverage
	$(BIN)/pytest -n auto --dist loadgroup --cov --cov-report=term --cov-report=html:build/coverage

shots: $(VENV)/.dev ## pictures of every scene, station, size, language and text size, in build/shots
	$(BIN)/python -m tests.client.shots build/shots $(ARGS)

bench: $(VENV)/.dev ## measure a window, decks and a vote against their budgets (ARGS="load", "load-quick": a server under load)
	$(BIN)/python -m tests.bench $(ARGS)

chaos: $(VENV)/.dev ## kill the server 200 times in the middle of sessions and look for anything lost (ARGS="--kills 50 --seed 7")
	$(BIN)/python -m tests.chaos $(ARGS)

leak: $(VENV)/.dev ## search whole sessions for what was said in secret (ARGS="--seed 7 --sessions 40")
	$(BIN)/python -m tests.leak $(ARGS)

model: $(VENV)/.dev ## all that can happen in small sessions, and near large ones; half an hour (ARGS="--part near --states 20000")
	$(BIN)/python -m tests.model $(ARGS)

fuzz: $(VENV)/.dev ## send, open and set all that nobody should (ARGS="--minutes 10 --seed 7", "--target wire")
	$(BIN)/python -m tests.fuzz $(ARGS)

audit: $(VENV)/.dev ## look up known weaknesses in what the lock files name (ARGS="-s osv" for another service)
	$(BIN)/python -m tests.audit $(ARGS)

# Hashes for every platform and every Python we support; no index is written down, so any index may serve the files.
COMPILE := uv --no-config pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet --group build

lock: $(VENV)/.dev ## choose versions anew within pyproject.toml and write both lock files (ARGS="-U" to upgrade)
	$(BIN)/$(COMPILE) $(ARGS) -o requirements.lock
	$(BIN)/$(COMPILE) $(ARGS) --group dev -c requirements.lock -o requirements-dev.lock

i18n: $(VENV)/.dev ## collect new texts into the translations and compile them
	@mkdir -p build
	$(BIN)/pybabel -q extract -k _ -k plural:1,2 --no-wrap --sort-by-file --no-location --project Bemöt -o build/$(DOMAIN).pot game server
	$(BIN)/pybabel -q update -D $(DOMAIN) -d assets/i18n -i build/$(DOMAIN).pot --no-wrap --no-fuzzy-matching --ignore-pot-creation-date
	$(BIN)/pybabel -q compile -D $(DOMAIN) -d assets/i18n --statistics

define MISSING
import sys
from babel.messages.pofile import read_po
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        for entry in read_po(file):
            texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
            if entry.id and (entry.fuzzy or not all(texts)):
                sys.exit(f"{path}: no translation of {entry.id!r}")
endef
export MISSING

i18n-check: $(VENV)/.dev ## every text has its translation, no stale compiled catalogue
	@mkdir -p build/i18n
	$(BIN)/pybabel -q extract -k _ -k plural:1,2 --no-wrap --sort-by-file --no-location --project Bemöt -o build/$(DOMAIN).pot game server
	$(BIN)/pybabel -q update -D $(DOMAIN) -d assets/i18n -i build/$(DOMAIN).pot --no-wrap --no-fuzzy-matching --ignore-pot-creation-date --check
	@$(BIN)/python -c "$$MISSING" $(PO)
	@for po in $(PO); do \
		$(BIN)/pybabel -q compile -i $$po -o build/i18n/$(DOMAIN).mo && \
		cmp build/i18n/$(DOMAIN).mo $${po%.po}.mo || { echo "$${po%.po}.mo is older than its .po: run make i18n and commit both"; exit 1; }; \
	done

wheel: $(VENV)/.dev ## build the wheel into dist/
	$(PIP) wheel --quiet --no-deps --no-build-isolation -w dist .

clean: ## remove what the tools made
	rm -rf build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find game server tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the virtual environment as well
	rm -rf $(VENV)

# --- installation: each step leaves a stamp, so a second `make` starts at once -------------------------------------

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Bemöt behöver Python 3.11 eller senare. Välj ett med: make play PYTHON=python3.12'; \
		echo 'Bemöt needs Python 3.11 or later. Choose one with: make play PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo 'Din Python saknar venv. På Debian och Ubuntu: sudo apt install python3-venv – kör sedan samma make igen.'; \
		echo 'Your Python lacks venv. On Debian and Ubuntu: sudo apt install python3-venv - then run the same make again.'; exit 1; }
	@rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.play: $(VENV)/.made requirements.lock pyproject.toml
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.play requirements-dev.lock
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
