# Only make and Python 3.11 or newer are assumed; the rest is fetched and kept up to date below.

VENV := .venv
BIN := $(VENV)/bin
DIST := app/static/dist
HOST ?= 127.0.0.1
ARGS ?=
T ?=

# The first Python that is new enough and can make environments.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; break; }; done)

ifeq ($(origin PORT),undefined)
SERVE_PORT := 8000
DEMO_PORT := 8001
else
SERVE_PORT := $(PORT)
DEMO_PORT := $(PORT)
endif

# Versions are locked as they were two weeks ago: what is broken or hostile is mostly found by then.
LOCK_AGE_DAYS ?= 14
UV := 0.13.9

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
KOMPASS := $(BIN)/kompass
BENCH_ENV := var/bench-env
CLIENTS_ENV := var/clients-env
WITH_NODE := VENV=$(VENV) sh tools/with-node.sh
ASSET_SOURCES := $(shell find app/static/src -type f 2>/dev/null)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve demo image test quick coverage coverage-rules fuzz soak check fix bench lighthouse clients sbom assets lock clean env dev-env

help: ## Say what the targets do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- run ---------------------------------------------------------------------------------------

serve: env assets ## Run the site with the real data (PORT, HOST and DATABASE_URL are respected)
	@mkdir -p var
	HOST=$(HOST) PORT=$(SERVE_PORT) exec $(KOMPASS) start

demo: export DATABASE_URL = sqlite:///$(CURDIR)/var/demo.db
demo: env assets ## Run the site with made-up data in a database of its own
	@mkdir -p var
	$(KOMPASS) db upgrade
	$(KOMPASS) demo
	HOST=$(HOST) PORT=$(DEMO_PORT) exec $(KOMPASS) serve

BASE ?= python:3.13-slim
image: ## Build the image on a base named by its digest (BASE)
	docker pull --quiet $(BASE)
	base=$$(docker image inspect --format '{{index .RepoDigests 0}}' $(BASE)) \
	&& echo "on $$base" && docker build --build-arg BASE=$$base --tag kompass .

# --- quality -----------------------------------------------------------------------------------

test: dev-env assets ## Run the whole suite, or a part of it (T: a path, ARGS: more for pytest)
	$(BIN)/python -m pytest $(if $(T),-n 0 $(T),-n auto --dist worksteal) $(ARGS)

QUICK := tests/domain tests/charts tests/wording tests/seed tests/contract/test_project.py \
	tests/contract/test_templates.py
quick: dev-env assets ## Run in half a minute what needs no site: rules, figures, sentences, templates
	$(BIN)/python -m pytest -n 0 -m "not postgres" $(QUICK) $(ARGS)

FUZZ_EXAMPLES ?= 10000
fuzz: export FUZZ_EXAMPLES := $(FUZZ_EXAMPLES)
fuzz: dev-env assets ## Try the properties with many random examples (FUZZ_EXAMPLES, T: a path)
	$(BIN)/python -m pytest -n 0 --hypothesis-profile fuzz -m "hypothesis and not postgres" $(T) $(ARGS)

coverage: dev-env assets ## Say which lines and branches of the application the suite leaves out (ARGS)
	@rm -rf var/coverage && mkdir -p var/coverage
	$(BIN)/python -m coverage run -m pytest -n auto --dist worksteal -m "not browser" $(ARGS)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

RULES := app/domain/*,app/charts/*
coverage-rules: dev-env assets ## The same of rules and figures by the tests of `make quick`, in a minute
	@rm -rf var/coverage && mkdir -p var/coverage
	$(BIN)/python -m coverage run -m pytest -n 0 -q -m "not postgres" $(QUICK)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report --include="$(RULES)" --fail-under=97

soak: dev-env assets ## Run what takes an hour: crowds, kills, two instances (SOAK_SECONDS, ARGS)
	$(BIN)/python -m pytest -m soak tests/soak $(ARGS)

check: dev-env assets ## Style, types, imports, templates, translations, locks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/vulture
	$(BIN)/djlint app/templates --check
	$(BIN)/djlint app/templates --lint
	$(KOMPASS) translations check
	$(BIN)/python tools/check_locks.py

fix: dev-env ## Repair what can be repaired by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	-$(BIN)/djlint app/templates --reformat --quiet

bench: dev-env assets $(BENCH_ENV)/.installed ## Compare speed with others (ARGS: --only, --sizes, --record, --help)
	$(BIN)/python -m tools.bench $(ARGS)

SITE ?= http://$(HOST):$(SERVE_PORT)
lighthouse: tools/lighthouse/node_modules/.installed ## Measure pages of a running site as on a phone (SITE, ARGS: runs)
	$(WITH_NODE) node tools/lighthouse/measure.mjs $(SITE) $(ARGS)

clients: dev-env assets $(CLIENTS_ENV)/.installed tools/clients/node_modules/.installed ## Call the API by clients that others' generators make of its description
	$(WITH_NODE) $(BIN)/python -m tools.clients

sbom: dev-env ## List what the site is made of, for scanners (CycloneDX, in var/)
	@mkdir -p var
	$(BIN)/python -W ignore::UserWarning -m cyclonedx_py requirements --pyproject pyproject.toml \
		--output-reproducible --output-file var/sbom-python.cdx.json requirements.lock
	$(WITH_NODE) npm sbom --package-lock-only --sbom-format cyclonedx > var/sbom-node.cdx.json

# --- environment -------------------------------------------------------------------------------

env: $(VENV)/.project
dev-env: $(VENV)/.dev $(VENV)/.project

$(VENV)/.created:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed."; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.lock $(VENV)/.created
	$(PIP) install --require-hashes --requirement $<
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(PIP) install --require-hashes --requirement $<
	@touch $@

$(VENV)/.project: pyproject.toml $(VENV)/.runtime
	$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(BENCH_ENV)/.installed: requirements-bench.lock $(VENV)/.created
	$(PYTHON) -m venv --clear $(BENCH_ENV)
	$(BENCH_ENV)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement $<
	@touch $@

$(CLIENTS_ENV)/.installed: requirements-clients.lock $(VENV)/.created
	$(PYTHON) -m venv --clear $(CLIENTS_ENV)
	$(CLIENTS_ENV)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement $<
	@touch $@

# --- assets ------------------------------------------------------------------------------------

assets: $(DIST)/manifest.json ## Build style sheets and scripts

node_modules/.installed: package.json package-lock.json .npmrc tools/with-node.sh | $(VENV)/.created
	$(WITH_NODE) npm ci --no-progress --loglevel=error
	@touch $@

tools/lighthouse/node_modules/.installed: tools/lighthouse/package-lock.json | $(VENV)/.created
	$(WITH_NODE) npm --prefix tools/lighthouse ci --no-progress --loglevel=error
	@touch $@

tools/clients/node_modules/.installed: tools/clients/package-lock.json | $(VENV)/.created
	$(WITH_NODE) npm --prefix tools/clients ci --no-progress --loglevel=error
	@touch $@

$(DIST)/manifest.json: tools/build-assets.mjs tools/outline.mjs node_modules/.installed $(ASSET_SOURCES)
	$(WITH_NODE) node tools/build-assets.mjs

# --- locks -------------------------------------------------------------------------------------

lock: export LOCK_DATE = $(shell $(PYTHON) -c 'import datetime as d; print((d.datetime.now(d.UTC) - d.timedelta(days=$(LOCK_AGE_DAYS))).date())')
lock: ## Choose and lock newer versions, with hashes, at least two weeks old
	$(PYTHON) -m venv var/lock-env
	var/lock-env/bin/python -m pip --disable-pip-version-check --quiet install 'uv==$(UV)'
	sh tools/lock.sh var/lock-env/bin/uv
	$(WITH_NODE) npm install --package-lock-only --before $$LOCK_DATE
	$(WITH_NODE) npm --prefix tools/lighthouse install --package-lock-only --before $$LOCK_DATE
	$(WITH_NODE) npm --prefix tools/clients install --package-lock-only --before $$LOCK_DATE
	$(PYTHON) tools/check_locks.py

clean: ## Remove everything that can be made anew; data in var/ stays
	rm -rf $(VENV) $(DIST) node_modules tools/lighthouse/node_modules tools/clients/node_modules var/lock-env $(BENCH_ENV) $(CLIENTS_ENV) var/clients *.egg-info
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
