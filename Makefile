SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup run demo test lint shots bench measure soak build lock

PY := .venv/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# A screen of the smallest size the program is made for; without Xvfb Qt paints into memory.
SCREEN := $(if $(shell command -v xvfb-run),env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1366x768x24",env $(OFFSCREEN))

help: ## show this list
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## install what is missing: system packages, .venv, locked dependencies
	@tools/bootstrap

run: setup ## open the window; without a screen walk the main job on a virtual one
	@if [[ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" || "$${OS:-}" == Windows_NT || "$$(uname)" == Darwin ]]; then \
		env -u QT_QPA_PLATFORM $(PY) main.py; \
	else \
		echo "There is no screen to open a window on: walking the main job on a virtual one."; \
		$(SCREEN) $(PY) -m tools.demo; \
	fi

demo: setup ## walk the main job on a virtual screen; pictures, slip and ledger go to out/demo/
	@$(SCREEN) $(PY) -m tools.demo

test: lint ## lint, types, import contracts and every test, with coverage
	@$(OFFSCREEN) $(PY) -m pytest --cov --cov-report=term

lint: setup ## ruff, mypy, import contracts
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo

shots: setup ## paint the pictures of docs/images/
	@$(SCREEN) $(PY) -m tools.shots

bench: setup ## measure, each figure beside its floor
	@$(OFFSCREEN) $(PY) -m tools.bench

soak: setup ## a thousand clean histories and twenty thousand kills; takes an hour or two
	@YUQING_HISTORIES=1000 YUQING_KILLS=20000 $(OFFSCREEN) $(PY) -m pytest tests/reliability --timeout 7200

measure: setup ## what intake reads and papers look like, against the marks
	@$(OFFSCREEN) $(PY) -m tools.measure

build: setup ## a one-folder program in dist/, which then tests itself
	@$(PY) -m PyInstaller --noconfirm --log-level WARN build.spec
	@$(OFFSCREEN) dist/yuqing-desktop/yuqing-desktop selftest

lock: setup ## write the lock files anew from pyproject.toml
	@tools/lock
