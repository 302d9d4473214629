# make demo   sets up and runs the main job on the shipped corpus: build, reason, validate, summary
# make test   sets up, runs the main job and the tests
# make score  build each gold set and compare with the scores last landed (tests/gold/minimum.csv)
# make docs   the HTML reference of the ontology, in Chinese and English, into build/reference (needs Graphviz)
# make assets builds the front-end libraries of the site into zhengtu/site/static/vendor (needs Node.js; without it pages are plain HTML)
# make check  format, lint, types, import contracts
# Needs Python ≥ 3.11 and make; the reasoner tests also want Java.  PYTHON names the interpreter.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STORE  := .zhengtu/store

.DEFAULT_GOAL := demo
.PHONY: setup demo test score docs assets check clean

$(VENV)/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "zhengtu needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

setup: $(VENV)/ready

demo: setup
	$(BIN)/zhengtu build --store $(STORE)
	$(BIN)/zhengtu validate --store $(STORE) || test $$? -eq 1   # findings in the texts are an answer, not a failure
	$(BIN)/zhengtu status --store $(STORE)

test: demo
	$(BIN)/python -m pytest -n auto -q

score: setup
	@for set in corpus written written-2 written-3 written-4 written-5 written-6 written-7 written-8 written-9 written-10; do \
	  folder=tests/gold/$$set/docs; [ $$set = corpus ] && folder=corpus; \
	  $(BIN)/zhengtu build $$folder --store .zhengtu/gold-$$set --quiet && \
	  $(BIN)/zhengtu evaluate --gold tests/gold/$$set --store .zhengtu/gold-$$set --minimum tests/gold/minimum.csv || exit 1; \
	done

docs: setup
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/python docs/build/reference.py

assets:
	@command -v npm >/dev/null || { echo 'make assets needs Node.js (npm); without it the pages of the site are plain HTML'; exit 1; }
	cd zhengtu/site/assets && npm ci --no-audit --no-fund --loglevel=error && npm run build --silent

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict zhengtu loaders
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) .zhengtu build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
