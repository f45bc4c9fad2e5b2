# make install | demo | test | check | words | bench | trace | mutants | torture      (see README.md)
PYTHON ?= python3
SHARE ?= 1
VENV := .venv/bin
export PYTHON
export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: install demo test check words bench trace mutants torture lock clean

install:
	@packaging/prepare

demo: install
	@$(VENV)/retnet-pro demo

test:
	@packaging/prepare tools
	@$(MAKE) --no-print-directory check
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: install
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy
	@PYTHONPATH=. $(VENV)/lint-imports

words: install  ## bring the files of translators up to date with what participants are told; see packaging/docs/languages.md
	@$(VENV)/pyside6-lupdate -no-obsolete -locations none retnet_pro/gui/participant/*.py -ts translations/interface_*.ts

bench: install
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m tests.bench

trace: install  ## which rule is proved by which test, and which by none; also in build/trace.json
	@$(VENV)/python -m tests.trace

mutants: install  ## planted defects, each of which the tests must find
	@$(VENV)/python -m tests.mutants

torture: install  ## the long size of the fault tests, or a SHARE of it (make torture SHARE=0.1); its figures go to packaging/docs/reliability.md
	@packaging/prepare tools
	@rm -f build/reliability.json
	@RETNET_PRO_TORTURE=$(SHARE) QT_QPA_PLATFORM=offscreen $(VENV)/python -m pytest tests/faults tests/interop
	@$(VENV)/python -m tests.fuzz --share $(SHARE)
	@$(VENV)/python -m tests.mutants
	@$(VENV)/python -m tests.reliability --command "make torture SHARE=$(SHARE)"

lock:  ## pin again, for all platforms, with hashes; needs the tool uv
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra analysis --extra centre --extra test -o packaging/requirements.txt pyproject.toml

clean:
	rm -rf build .mypy_cache .ruff_cache .hypothesis .import_linter_cache
