# Each target does its own set-up, given python3 (with venv) and make.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
unexport PYTHONDONTWRITEBYTECODE # else each of the hundreds of processes that tests start compiles the program anew

.PHONY: demo test lint bench locks clean

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: requirements/run.txt pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements/run.txt
	@$(BIN)/python -c "import sysconfig,pathlib;pathlib.Path(sysconfig.get_path('purelib'),'selaras.pth').write_text('$(CURDIR)/src\n')"
	@printf '#!%s\nfrom selaras.cli import main\nmain()\n' "$(CURDIR)/$(BIN)/python" > $(BIN)/selaras && chmod +x $(BIN)/selaras
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

.venv/.bench: requirements/bench.txt .venv/.dev
	$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

demo: .venv/.run
	$(BIN)/selaras demo

test: .venv/.dev
	@tests/prepare
	$(BIN)/python -m pytest -n auto
	$(BIN)/python -m pytest -n auto -m "django_db and not browser" --database postgresql

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.bench
	$(BIN)/python -m bench

locks: .venv/.dev
	$(BIN)/uv lock --quiet
	$(BIN)/uv export -q --format requirements.txt --no-emit-project --no-dev --no-annotate --no-header -o requirements/run.txt
	$(BIN)/uv export -q --format requirements.txt --no-emit-project --group dev --no-annotate --no-header -o requirements/dev.txt
	$(BIN)/uv export -q --format requirements.txt --no-emit-project --group dev --group bench --no-annotate --no-header -o requirements/bench.txt

clean:
	rm -rf .venv var hasil
