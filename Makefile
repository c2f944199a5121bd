# `make run` and `make test` are all a new machine needs: Python >= 3.11 and make. The rest is fetched.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PORT ?= 8000
VENV ?= .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed

.PHONY: help run test check fmt lint generated api scan bench cosmos-suite package drill lock clean tools

help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  variables: PORT=8000  RESET=1 (start afresh)  PYTHON=python3.13"

run: $(STAMP) ## Bring the whole product up with demo data; Ctrl-C stops it
	@$(PY) -m local --port $(PORT) $(if $(RESET),--reset)

test: $(STAMP) tools ## Run every test
	@$(PY) -m pytest
	@$(PY) scripts/web.py test

check: $(STAMP) tools ## The whole gate: format, lint, types, import directions, generated files, tests
	@$(MAKE) --no-print-directory lint generated test

generated: $(STAMP) tools ## Are the index, the OpenAPI document, the permission tables and the page's client what the code says?
	@$(PY) scripts/index.py --check
	@$(PY) scripts/openapi.py --check
	@$(PY) scripts/security.py --check
	@$(PY) scripts/settings.py --check
	@$(PY) scripts/web.py check

lint: $(STAMP) ## Format, lint, types and import directions of the Python code
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

fmt: $(STAMP) ## Format and fix what can be fixed
	@$(VENV)/bin/ruff check --fix-only -q .
	@$(VENV)/bin/ruff format .

api: $(STAMP) ## Regenerate functions/index.py, docs/api/openapi.json, the tables of permissions and settings, and the page's client
	@$(PY) scripts/index.py
	@$(PY) scripts/openapi.py
	@$(PY) scripts/security.py
	@$(PY) scripts/settings.py
	@$(PY) scripts/web.py api

scan: $(STAMP) ## Look for known mistakes in bicep/ with checkov, in an environment of its own
	@$(PY) scripts/checkov.py

bench: $(STAMP) tools ## Measure, as ratios within one run
	@$(PY) -m tests.bench

cosmos-suite: $(STAMP) ## Microsoft's tests of the Cosmos SDK against the local server: LIST=quick, app, async, split or core; RANGES=2
	@$(PY) -m tests.cosmos_suite --list $(or $(LIST),quick) --ranges $(or $(RANGES),2)

package: $(STAMP) ## Build what is deployed: build/package.zip, the same bytes every time (needs a Python 3.13)
	@$(PY) scripts/package.py

drill: $(STAMP) tools ## Back up a stack, lose it, restore it elsewhere, and compare: DATA=.local for one's own, stopped
	@$(PY) -m local.drill $(if $(DATA),--data $(DATA))

lock: ## Compile requirements*.in into pinned and hashed requirements*.txt
	@sh scripts/lock.sh

clean: ## Remove everything that was fetched or made, demo data included
	@rm -rf $(VENV) .local web/node_modules web/dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

tools: $(STAMP)
	@$(PY) scripts/tools.py

$(STAMP): requirements-dev.txt
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh scripts/venv.sh
