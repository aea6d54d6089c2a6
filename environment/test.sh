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
status=0
for project in tests/*/*.csproj; do
  dotnet test "$project" -c Release --no-build --nologo --logger "console;verbosity=minimal" --logger "trx;LogFileName=$(basename "$project" .csproj).trx" \
    --results-directory "$results" "${filter[@]}" || status=1
done

count() { # sum of an attribute of <Counters> over all result files
  cat "$results"/*.trx | grep -o '<Counters [^>]*>' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'
}
passed=$(count passed) failed=$(($(count executed) - $(count passed))) skipped=$(($(count total) - $(count executed)))
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
