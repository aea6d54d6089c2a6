#!/usr/bin/env bash
# run.sh [NOTEBOOK...] [-p name=value]...: sets up, builds, executes the notebooks (all companions by default) and leaves
# the executed .ipynb and a self-contained .html under out/.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
"$root/environment/setup.sh"

notebooks=("$root"/notebooks/*.ipynb)
for argument in "$@"; do
  case $argument in *.ipynb) notebooks=() ;; esac
done
exec "$root/environment/matnb" run "${notebooks[@]}" --html "$@"
