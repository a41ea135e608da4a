# The front door. `make` alone lists the doors; CONTRIBUTING.md says when to use which.
.DEFAULT_GOAL := help
.PHONY: help serve site book new test lint check again listings figures outputs claims \
        bench browser vendor lock clean

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
  PYTHON := $(if $(filter python3,$(PYTHON)),python,$(PYTHON))
else
  BIN := $(VENV)/bin
endif
RUN := $(BIN)/python
# MACHINE=old runs what follows as another processor would (src/sitekit/build/programs/worlds.py).
MACHINE ?=
export MACHINE
AS = $(if $(MACHINE),env $$($(RUN) -m sitekit machine $(MACHINE)) )
PYTEST = $(AS)$(RUN) -m pytest --numprocesses logical
# SINCE=main asks what differs from there; else from where the branch left its upstream.
SINCE ?=
# SEED=1000 moves the seeds of all studies by so much.
SEED ?= 0
# WEEKLY=1 asks of all pages what else is asked of a dozen (tests/helpers/weekly.py).
WEEKLY ?=
export WEEKLY
# ONLY="not study" leaves trainings out, ONLY=study the rest.
ONLY ?=

# One stamp per extra: nothing is installed again until the project's own lists change.
# CONSTRAINTS=file takes another list than the lock, LATEST=1 none (in a fresh .venv).
CONSTRAINTS ?= requirements.txt
INSTALL = $(RUN) -m pip install --disable-pip-version-check --progress-bar on \
          $(if $(LATEST),--upgrade,-c $(CONSTRAINTS))
LISTS := pyproject.toml $(if $(LATEST),,$(CONSTRAINTS))

help: ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

serve: $(VENV)/.site ## both languages at http://127.0.0.1:8000/, rebuilt on change
	$(RUN) -m sitekit serve

site: $(VENV)/.site ## the finished site in site/ (set SITE_URL to where it will live)
	$(RUN) -m sitekit site

book: $(VENV)/.book ## the built site as EPUB and PDF (LANG=en: one language; wants `make browser`)
	$(RUN) -m sitekit book $(if $(filter command line,$(origin LANG)),--lang $(LANG))

new: $(VENV)/.site ## the skeleton of a page: PAGE=part/page
	$(RUN) -m sitekit new $(PAGE)

test: $(VENV)/.test $(VENV)/.peers ## everything: units, listings, programs, site, what was built
	$(PYTEST) -m "not built" --ledger
	$(RUN) -m sitekit site
	$(PYTEST) -m built tests/site

lint: $(VENV)/.test ## lint, format, types, import rules
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml

check: lint ## the quick loop: lint, and the fast tests of what changed (SINCE=commit)
	$(PYTEST) -q -m "not built and not slow" --ignore tests/peers --touched=$(SINCE)

again: $(VENV)/.test $(VENV)/.peers ## what failed in the last run, alone
	$(PYTEST) --last-failed --last-failed-no-failures none

listings: $(VENV)/.test ## programs and listings alone (MACHINE=old, SEED=1000: programs, elsewhere)
	$(PYTEST) $(if $(MACHINE)$(filter-out 0,$(SEED)),,docs) tests/site/test_programs.py --seed $(SEED) \
	  $(if $(ONLY),-m "$(ONLY)")

figures: $(VENV)/.site ## draw the figures whose programs changed
	$(RUN) -m sitekit figures

outputs: $(VENV)/.site ## rewrite what programs print (NAMES="part/page/study" records anew)
	$(RUN) -m sitekit outputs $(NAMES)

claims: $(VENV)/.site ## ask the claims of NAMES="part/page/study" on all machines and seeds
	$(RUN) -m sitekit claims $(NAMES)

bench: $(VENV)/.bench $(VENV)/.test ## time all that the pages say of speed (a quiet machine, half an hour)
	$(RUN) bench/optimizers
	$(RUN) bench/activations.py
	$(RUN) bench/attention.py
	$(RUN) bench/batch_size.py
	$(RUN) bench/convolution.py
	$(RUN) bench/dates.py
	$(RUN) bench/decoding.py
	$(RUN) bench/explorers.py
	$(RUN) bench/mnist.py
	$(RUN) bench/networks.py
	$(RUN) bench/normalization.py
	$(RUN) bench/pages.py
	$(RUN) bench/training.py
	$(RUN) bench/transformer.py
	$(RUN) bench/transforms.py

browser: $(VENV)/.test ## Chromium for the browser tests
	$(RUN) -m sitekit browser

vendor: $(VENV)/.site ## verify Pyodide, fetch anew what npm and PyPI have of it
	$(RUN) -m sitekit vendor

lock: $(VENV)/.lock ## resolve requirements.txt anew
	echo "torch==2.13.0" | $(BIN)/uv pip compile --universal --python-version 3.11 \
	  --upgrade --all-extras --no-annotate --no-header --quiet --constraint - \
	  --output-file requirements.txt pyproject.toml

clean: ## remove what was built (not .venv)
	rm -rf build site chainrule-site.zip chainrule-*.epub chainrule-*.pdf

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Chainrule needs Python 3.11 or newer. Name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
	  echo "This Python cannot make virtual environments. On Debian: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.%: $(LISTS) | $(VENV)/.made
	$(INSTALL) -e '.[$*]'
	@touch $@
