#!/usr/bin/env bash
# build-shim.sh FACTS OUT: compiles shim.cpp against the libtorch that FACTS (the lines of find-libtorch.sh --lines) names.
set -eu
mapfile -t facts < "$1"
include="${facts[2]}" lib="${facts[3]}" device="${facts[4]}" abi="${facts[5]}"
command -v g++ >/dev/null || { echo "g++ is needed to build the libtorch shim: install g++ (Debian, Ubuntu: apt-get install g++)" >&2; exit 1; }
includes=(-isystem "$include/torch/csrc/api/include")
[ "$include" = /usr/include ] || includes+=(-isystem "$include")
libraries=(-ltorch_cpu -lc10)
g++ -std=c++17 -O2 -fPIC -shared -fvisibility=hidden -Wall "-D_GLIBCXX_USE_CXX11_ABI=$abi" "${includes[@]}" \
  "$(dirname "$0")/shim.cpp" -o "$2.new" "-L$lib" "-Wl,-rpath,$lib" "${libraries[@]}"
mv "$2.new" "$2"
