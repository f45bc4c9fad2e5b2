# make install | demo | test | check | bench      (see README.md)
PYTHON ?= python3
VENV := .venv/bin
export PYTHON
export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: install demo test check bench lock clean

install:
	@packaging/prepare

demo: install
	@$(VENV)/retnet-pro demo

test:
	@packaging/prepare tools
	@$(MAKE) --no-print-directory check
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m pytest

check: install
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy
	@PYTHONPATH=. $(VENV)/lint-imports

bench: install
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m tests.bench

lock:  ## pin again, for all platforms, with hashes; needs the tool uv
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra centre --extra test -o packaging/requirements.txt pyproject.toml

clean:
	rm -rf build .mypy_cache .ruff_cache .hypothesis .import_linter_cache
