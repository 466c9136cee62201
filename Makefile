# Each command sets itself up: the first makes .venv with the locked libraries, later ones find it ready.
#
#   make run [RAW=folder] [OUT=folder] [REBUILD=1]   bring the tables up to date
#   make ui [PORT=3000] [RAW=folder] [OUT=folder]    open the Dagster UI over the same runs
#   make test [ARGS=…]                               run the tests; ARGS go to pytest
#   make accuracy [EVAL=folder] [SETS="wad gva"] [OUT=folder] [ALL=1] [FREEZE=1]   score against annotated corpora
#   make compiled                                    extraction as machine code, if there is a C compiler: nearly twice as fast
#   make speed [EVAL=folder]                         text → claims beside quantulum3 on the same articles
#   make scale [CLAIMS=100000]                       link and reconcile made-up stories: time, memory, truth recovered
#   make soak [DAYS=30] [KILLS=60]                   a simulated month with kills: some twenty minutes
#   make lint, make types                            ruff, mypy
#   make clean                                       remove .venv and caches; data and run history stay

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3,$(shell command -v $(p) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
# Keyed on what is to be installed, so that a changed lock installs again and an unchanged one costs nothing.
STAMP := $(VENV)/.installed-$(shell cat requirements.lock pyproject.toml | cksum | cut -d' ' -f1)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
JOBS ?= 2
# --no-deps below: the lock names everything, and pip 23 stumbles over lxml[html-clean] when it resolves by itself.

.DEFAULT_GOAL := help
.PHONY: help run ui test soak scale accuracy compiled speed lint types clean setup

help:
	@sed -n 's/^#   //p' Makefile

run: $(STAMP)
	@$(BIN)/python -m pipeline run $(if $(RAW),--raw "$(RAW)") $(if $(OUT),--out "$(OUT)") $(if $(REBUILD),--rebuild)

ui: $(STAMP)
	@$(BIN)/python -m pipeline ui $(if $(PORT),--port $(PORT)) $(if $(RAW),--raw "$(RAW)") $(if $(OUT),--out "$(OUT)")

test: $(STAMP)
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || \
	  echo "The test of the UI needs a browser and is skipped: apt-get install chromium chromium-driver"
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)

soak: $(STAMP)
	@SOAK_DAYS=$(or $(DAYS),30) SOAK_KILLS=$(or $(KILLS),60) $(BIN)/python -m pytest -s -m "slow or not slow" tests/soak

accuracy: $(STAMP)
	@$(BIN)/python -m tests.benchmarks.accuracy $(if $(EVAL),--eval "$(EVAL)") $(if $(SETS),--sets "$(SETS)") \
	  $(if $(OUT),--out "$(OUT)") $(if $(ALL),--all) $(if $(FREEZE),--freeze)

compiled: $(STAMP)
	@$(BIN)/python -c "import sys; from pipeline import compiled; sys.exit(compiled.build())"

speed: $(STAMP)
	@$(MAKE) --no-print-directory compiled || true
	@$(BIN)/python -m tests.benchmarks.speed $(if $(EVAL),--eval "$(EVAL)")

scale: $(STAMP)
	@$(BIN)/python -m tests.benchmarks.scale $(if $(CLAIMS),--claims $(CLAIMS))

lint: $(STAMP)
	@$(BIN)/python -m ruff check .

types: $(STAMP)
	@$(BIN)/python -m mypy

setup: $(STAMP)

$(STAMP):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or 3.12 is needed, and none was found: set PYTHON=/path/to/python3.11"; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' || \
	  { echo "Python 3.11 or 3.12 is needed; $(PYTHON) is another: set PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || { echo "Making $(VENV) with $(PYTHON) …"; "$(PYTHON)" -m venv $(VENV) || { \
	  echo "Python cannot make an environment here; on Debian: apt-get install python3-venv"; exit 2; }; }
	@echo "Installing the locked libraries (a minute or two, this once) …"
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@rm -f $(VENV)/.installed-* && touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
