# Every target sets up what it needs: .venv from the hash-pinned lock files, installed by uv
# (9 s where plain pip takes 45 s).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv pip
SRC := bot handlers storage locales

# Where it is set, each of the many processes of the tests compiles all that it imports anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test cover check lock format weights clean

run: $(VENV)/.run
	$(BIN)/python -m bot run

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

# Apart: counting branches makes everything, the started processes too, three times as slow.
cover: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=term $(ARGS)

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# After messages were added to the corpus: what their pieces speak for (2 min).
weights: $(VENV)/.dev
	$(BIN)/python -m tests.reading.weigh_messages
	$(BIN)/python -m tests.reading.weigh_dates
	$(BIN)/python -m tests.reading.weigh_pages
	$(BIN)/python -m tests.reading.weigh_sums
	$(BIN)/python -m tests.reading.weigh_lines

# Universal locks: one file serves Python 3.11 to 3.13 on Linux and macOS. No package host is
# written into them.
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-annotate --custom-compile-command "make lock"
lock: $(VENV)/.uv
	$(UV) compile $(LOCK) $(UPGRADE) pyproject.toml -o requirements.txt
	$(UV) compile $(LOCK) $(UPGRADE) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

$(VENV)/.uv: requirements-uv.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	touch $@

$(VENV)/.run: $(VENV)/.uv requirements.txt
	$(UV) install --quiet --require-hashes -r requirements.txt
	touch $@

$(VENV)/.dev: $(VENV)/.uv requirements-dev.txt pyproject.toml
	$(UV) install --quiet --require-hashes -r requirements-dev.txt
	$(UV) install --quiet --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) data .coverage* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
