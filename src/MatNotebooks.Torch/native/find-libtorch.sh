#!/usr/bin/env bash
# find-libtorch.sh [--lines]: decides which libtorch MatNotebooks is built and run against, and says why.
# Order: LIBTORCH (a folder with include/ and lib/), the active Python's torch package (this is how CUDA comes),
# the system's (Debian: libtorch-dev). Exit code 1, with what to install, when there is none that can be used.
# --lines prints what the build and the loader read: version, why, include folder, library folder, cuda or cpu,
# the C++ string ABI, bytes of libtorch_cpu.so.
set -u
lines=false; [ "${1:-}" = "--lines" ] && lines=true

version_of() { # folder with torch/csrc/api/include/torch/version.h -> 1.13.1
  local header="$1/torch/csrc/api/include/torch/version.h"
  [ -f "$header" ] || return 1
  awk '/define TORCH_VERSION_(MAJOR|MINOR|PATCH)/ { v = v (v == "" ? "" : ".") $3 } END { print v }' "$header"
}

found() { # why include-root library-folder
  local why="$1" include="$2" lib="$3" version device=cpu abi=1
  version="$(version_of "$include")" || return 1
  [ -e "$lib/libtorch_cpu.so" ] || return 1
  case "$version" in 1.13.*|2.*) ;; *) skipped="$skipped
  $why: libtorch $version is neither 1.13 nor 2.x"; return 1 ;; esac
  [ -e "$lib/libtorch_cuda.so" ] && device=cuda
  # PyTorch wheels up to 2.5 were built with the old C++ string ABI; the mangled name of one function tells.
  if command -v nm >/dev/null && nm -D --defined-only "$lib/libc10.so" 2>/dev/null | grep -q '_ZN3c105ErrorC[12]ENS_14SourceLocationESs$'; then abi=0; fi
  if $lines; then
    printf '%s\n' "$version" "$why" "$include" "$lib" "$device" "$abi" "$(stat -L -c %s "$lib/libtorch_cpu.so")"
  else
    echo "libtorch $version ($device) in $lib: $why"
    blas_warning "$lib"
  fi
  exit 0
}

blas_warning() { # Debian's libtorch takes whichever BLAS the alternatives system points at; a wheel carries its own
  case "$(readlink -f "$1/libtorch_cpu.so")" in /usr/lib/*) ;; *) return ;; esac
  case "$(readlink -f "/usr/lib/$(uname -m)-linux-gnu/libblas.so.3" 2>/dev/null)" in
    */blas/libblas.so.*) echo "warning: the reference BLAS is in use, some forty times slower than OpenBLAS: install libopenblas0-pthread" >&2 ;;
  esac
}

skipped=""
if [ -n "${LIBTORCH:-}" ]; then
  found "LIBTORCH names it" "$LIBTORCH/include" "$LIBTORCH/lib"
  echo "LIBTORCH is '$LIBTORCH', which is no libtorch 1.13 or 2.x (include/torch and lib/libtorch_cpu.so are looked for): mend or unset it$skipped" >&2
  exit 1
fi
if command -v python3 >/dev/null; then
  package="$(python3 -c 'import importlib.util as u; s = u.find_spec("torch"); print(s.submodule_search_locations[0] if s else "")' 2>/dev/null)"
  [ -n "$package" ] && found "the torch package of $(command -v python3)" "$package/include" "$package/lib"
fi
for lib in "/usr/lib/$(uname -m)-linux-gnu" /usr/lib64 /usr/lib /usr/local/lib; do
  include="/usr/include"; [ "$lib" = /usr/local/lib ] && include=/usr/local/include
  found "the system's" "$include" "$lib"
done
echo "no libtorch 1.13 or 2.x found: install libtorch-dev and libopenblas0-pthread (Debian, Ubuntu), or activate a Python that has torch, or set LIBTORCH to an unpacked libtorch$skipped" >&2
exit 1
