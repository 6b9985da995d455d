# The commands of the archive; each needs nothing installed but Python 3.11 or newer and make.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq --no-input

.PHONY: run test lint bench ner semantic format messages lock clean python browser

run: .venv/run
	@exec $(BIN)/python manage.py serve

test: .venv/test browser
	$(BIN)/python -m pytest -n auto --dist loadgroup

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/djlint templates --check --lint --quiet

# Measures every page on a synthetic archive, beside its peers (benchmarks/results.md).
bench: .venv/run
	$(BIN)/python -m benchmarks.scale --articles $(ARTICLES)
ARTICLES ?= 100000

# Trained recognisers of names for French and Russian, and sentence vectors (README, Extras).
ner: .venv/ner
semantic: .venv/semantic

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Collects the strings to translate into locale/ and compiles the catalogues.
messages: .venv/test
	$(BIN)/python locale/catalogues.py

# Renews the lock files from pyproject.toml (README, Dependencies).
lock: .venv/lock
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --extra ner --constraints requirements.txt --output-file requirements-ner.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --extra semantic --constraints requirements.txt --output-file requirements-semantic.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --group test --constraints requirements.txt --output-file requirements-test.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --group test --group lint --constraints requirements.txt --output-file requirements-dev.txt
LOCK := --quiet --universal --upgrade --generate-hashes --no-annotate --no-header --python-version 3.11

browser: .venv/test
	@$(BIN)/python tests/browser_setup.py

clean:
	rm -rf .venv var/static .mypy_cache .ruff_cache .pytest_cache

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found: install it, or say make PYTHON=/path/to/python." >&2; exit 1; }

.venv/bin/python: | python
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv module is missing: on Debian and Ubuntu it is the package python3-venv." >&2; exit 1; }

.venv/run: requirements.txt | .venv/bin/python
	@echo "Installing the locked dependencies…"
	@$(PIP) install --require-hashes --no-deps -r requirements.txt
	@touch $@

.venv/test: requirements-test.txt .venv/run
	@echo "Installing what the tests need…"
	@$(PIP) install --require-hashes --no-deps -r requirements-test.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/test
	@echo "Installing what the checks need…"
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.txt
	@touch $@

.venv/ner .venv/semantic: .venv/%: requirements-%.txt .venv/run
	@echo "Installing the extra [$*]…"
	@$(PIP) install --require-hashes --no-deps -r $<
	@touch $@

.venv/lock: | .venv/bin/python
	@$(PIP) install uv
	@touch $@
