#!/usr/bin/env bash
# test.sh [NAME]: sets up, builds, runs every test (or those whose full name contains NAME) and closes with
# the line "N passed, N failed, N skipped".
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
"$root/environment/setup.sh" --tests || exit 1
export MATNB_HOME="$root"
cd "$root" || exit 1
dotnet build MatNotebooks.sln -c Release -v quiet --nologo || exit 1

results="$root/out/tests"
rm -rf "$results"
filter=()
[ $# -gt 0 ] && filter=(--filter "FullyQualifiedName~$1")
test_project() {
  dotnet test "$1" -c Release --no-build --nologo --logger "console;verbosity=minimal" --logger "trx;LogFileName=$(basename "$1" .csproj).trx" \
    --results-directory "$results" "${filter[@]}"
}

# The slowest project runs beside the others: much of its time it waits for a browser.
mkdir -p "$results"
slowest=tests/MatNotebooks.Kernel.Tests/MatNotebooks.Kernel.Tests.csproj
set -m # else it and what it starts could not be interrupted
test_project "$slowest" > "$results/slowest.log" 2>&1 & beside=$!
set +m
trap 'kill -- "-$beside" 2> /dev/null' EXIT
status=0
for project in tests/*/*.csproj; do
  [ "$project" = "$slowest" ] || test_project "$project" || status=1
done
wait "$beside" || status=1
cat "$results/slowest.log"

count() { # sum of an attribute of <Counters> over all result files
  cat "$results"/*.trx | grep -o '<Counters [^>]*>' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'
}
passed=$(count passed) failed=$(($(count executed) - $(count passed))) skipped=$(($(count total) - $(count executed)))
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
