# Everything a person needs: `make serve` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Inherited pip settings could point elsewhere than the hashes do.
INSTALL := $(PIP) install --require-hashes --prefer-binary -r
HOST ?= 127.0.0.1:8000

.DEFAULT_GOAL := help
.PHONY: help serve test build pdf pack check bench schema lint clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/made:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else "Python 3.11, 3.12 or 3.13 is needed, this is %d.%d; try: make PYTHON=python3.12" % v)'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site: $(VENV)/made requirements/site.lock pyproject.toml
	$(INSTALL) requirements/site.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test: $(VENV)/site requirements/test.lock
	$(INSTALL) requirements/test.lock
	@touch $@

serve: $(VENV)/site ## Show the site at http://127.0.0.1:8000 and rebuild at every change
	$(BIN)/watchmedo auto-restart --directory plugins --pattern '**/*.py' --recursive --signal SIGINT -- \
		$(BIN)/mkdocs serve --no-strict --dev-addr $(HOST)

build: $(VENV)/site ## Build the site into site/
	$(BIN)/mkdocs build --strict --clean

pdf: $(VENV)/test ## Build the site, print both guides as PDF into dist/ and offer them in site/
	$(BIN)/mkdocs build --strict --clean
	$(BIN)/python scripts/chromium.py
	$(BIN)/amat pdf

pack: $(VENV)/site ## Build the site, make the ZIP file of it that opens without a server, and offer it in site/
	$(BIN)/mkdocs build --strict --clean
	$(BIN)/amat pack

check: $(VENV)/site ## Report every mistake in the authored files
	$(BIN)/amat check

schema: $(VENV)/site ## Renew the JSON Schemas and ids.lock
	$(BIN)/amat schema
	$(BIN)/amat ids

test: $(VENV)/test ## Run every test (installs Chromium and LibreOffice Writer if there are none)
	$(BIN)/python scripts/chromium.py
	$(BIN)/python scripts/libreoffice.py
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: $(VENV)/test ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/test ## Measure speed and size against stock Material in the same run
	$(BIN)/python scripts/chromium.py
	$(BIN)/python -m tests.bench

clean: ## Remove everything that was made
	rm -rf $(VENV) .amat site dist .pytest_cache .mypy_cache .ruff_cache
