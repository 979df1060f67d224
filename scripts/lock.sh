#!/bin/sh
# Renew requirements/*.lock from pyproject.toml, with hashes, for every supported Python. Needs `pip install uv`.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header "$@"; }
lock pyproject.toml --extra serve -o requirements/site.lock requirements/build.in
lock pyproject.toml --extra test -c requirements/site.lock -o requirements/test.lock requirements/build.in
