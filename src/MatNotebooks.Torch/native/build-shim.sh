#!/usr/bin/env bash
# build-shim.sh FACTS OUT: compiles shim.cpp and gloo.cpp against the libtorch that FACTS (the lines of find-libtorch.sh --lines) names.
set -eu
mapfile -t facts < "$1"
include="${facts[2]}" lib="${facts[3]}" device="${facts[4]}" abi="${facts[5]}"
command -v g++ >/dev/null || { echo "g++ is needed to build the libtorch shim: install g++ (Debian, Ubuntu: apt-get install g++)" >&2; exit 1; }
here="$(dirname "$0")"
includes=(-isystem "$include/torch/csrc/api/include")
[ "$include" = /usr/include ] || includes+=(-isystem "$include")
libraries=(-ltorch_cpu -lc10)
# Sums over processes need Gloo's headers: beside libtorch's own, or libgloo-dev beside Debian's libtorch, which is built against it.
gloo=()
if [ -e "$include/torch/csrc/distributed/c10d/ProcessGroupGloo.hpp" ] && [ -e "$include/gloo/algorithm.h" ]; then gloo=(-DUSE_C10D_GLOO); fi
common=(-std=c++17 -O2 -fPIC -fvisibility=hidden -Wall "-D_GLIBCXX_USE_CXX11_ABI=$abi" "${includes[@]}")
g++ "${common[@]}" "${gloo[@]}" -c "$here/gloo.cpp" -o "$2.gloo.o" &
compiling=$!
g++ "${common[@]}" -c "$here/shim.cpp" -o "$2.shim.o"
wait "$compiling"
g++ -shared "$2.shim.o" "$2.gloo.o" -o "$2.new" "-L$lib" "-Wl,-rpath,$lib" "${libraries[@]}"
rm -f "$2.shim.o" "$2.gloo.o"
mv "$2.new" "$2"
