# The commands of this checkout. `make help` lists them; nothing needs to be installed by hand.

PYTHON ?= python3
JOBS ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

BIN := .venv/bin
READY := .venv/.ready
CHECKED := $(wildcard casecert_data conftest.py tests benchmarks docs notebooks reports)
HANDOUTS := reports/output
ROSTER := casecert_data/data/samples/class.csv
# What makes the lock. It is not in the lock, since nobody else needs it.
LOCK_MAKER := uv==0.13.9

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup handouts test quick lint chromium java lock wheel pictures clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(READY) ## Make .venv from the lock (the other commands do it when needed)

# The stamp is younger than lock and project file only if the last set-up came to its end.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "casecert needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another one: make PYTHON=python3.12" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { \
	  echo "Python cannot make a virtual environment here. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	@echo "Setting up .venv (once, and again when the lock changes; a minute or two) ..."
	@# Python compiles a module when it is first imported; to compile all of them takes as long as to load them.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q casecert_data $$($(BIN)/python -c 'import click; print(*click.__path__)')
	@touch $@

handouts: $(READY) ## Write the sample class's handouts, and all others: certifications, jobs, career ...
	@$(BIN)/casecert batch all --report certification --out $(HANDOUTS) --format html,pdf --jobs $(JOBS)
	@$(BIN)/casecert batch all --report job-type --out $(HANDOUTS) --format html,pdf --jobs $(JOBS)
	@set -e; for report in career comparison employer-support; do \
	  $(BIN)/casecert report $$report --out $(HANDOUTS) --format html,pdf >/dev/null; done
	@$(BIN)/casecert batch $(ROSTER) --report person --out $(HANDOUTS) --format html,pdf --jobs $(JOBS)
	@echo
	@echo "The handouts are in $(HANDOUTS): $$(ls $(HANDOUTS)/*.html | wc -l) pages, each as HTML and as PDF."
	@echo "Open first: $(HANDOUTS)/career.html and $$(ls $(HANDOUTS)/comparison-*.html | head -n 1),"
	@echo "then $(HANDOUTS)/certification-ccm.html, $(HANDOUTS)/job-type-hospital.html and $$(ls $(HANDOUTS)/person-*.html | head -n 1)"

test: $(READY) lint chromium java ## Run every check and every test
	@$(BIN)/pytest -n $(JOBS) --dist loadfile --nbval --nbval-current-env tests notebooks

quick: lint ## Run the checks and the fast tests: no browser, no kernel, no thousand examples
	@$(BIN)/pytest -n $(JOBS) -p no:nbval -m "not slow and not browser and not thorough" tests

lint: $(READY) ## Check style, spelling, types, layers and dependencies
	@fault=0; \
	$(BIN)/ruff check --quiet --output-format concise $(CHECKED) || fault=1; \
	$(BIN)/ruff format --check --quiet --output-format concise $(CHECKED) || fault=1; \
	$(BIN)/codespell || fault=1; \
	$(BIN)/mypy --no-error-summary || fault=1; \
	told=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$told"; fault=1; }; \
	told=$$($(BIN)/deptry . 2>&1) || { echo "$$told"; fault=1; }; \
	$(BIN)/vulture || fault=1; \
	test $$fault = 0 && echo "Style, spelling, types, layers and dependencies are in order."

# The browser tests need Debian's Chromium: the browser that Playwright would download is not used.
chromium:
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	  echo "Installing Chromium for the browser tests ..." && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-liberation >/dev/null; } || \
	  echo "Chromium is missing, and this user cannot install it: the browser tests are left out. On Debian: apt-get install chromium" >&2

# veraPDF and the Nu HTML checker, which come with the lock, run on Java.
java:
	@command -v java >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	  echo "Installing Java for the checks of PDF and HTML ..." && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends default-jre-headless >/dev/null; } || \
	  echo "Java is missing, and this user cannot install it: veraPDF and the HTML checker are left out. On Debian: apt-get install default-jre-headless" >&2

lock: $(READY) ## Make requirements.lock anew (make lock UPGRADE=--upgrade for newer versions)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(LOCK_MAKER)
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-header --quiet $(UPGRADE) --output-file requirements.lock

wheel: $(READY) ## Build the wheel into dist/
	@$(BIN)/hatchling build -t wheel -d dist

pictures: $(READY) chromium ## Draw the pictures of the documentation anew
	@$(BIN)/python docs/pictures/make_pictures.py

clean: ## Remove what was made here: .venv, caches, dist/, reports/output/
	@rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .coverage __pycache__ dist $(HANDOUTS)
	@find casecert_data tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
