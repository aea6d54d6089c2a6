#!/usr/bin/env bash
# run.sh [--device cuda|cpu] [--reference FOLDER] [--data FILE] [--out FILE] [--seconds N] [--tf32] [--dry-run]
# On a machine with an installed PyTorch (1.13 or 2.x) and g++, and nothing else: no .NET, no network, no nvcc.
# Builds the shim against that PyTorch's libtorch, checks that the device computes what the processor does, then times training,
# inference and epochs of four sizes. FOLDER is a checkout of txie-93/cgcnn, which is then timed on the same card.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
app="$here/app"
[ -x "$app/matnb-gpu" ] || { echo "run.sh: $app/matnb-gpu is missing: unpack the whole archive that publish.sh made" >&2; exit 1; }
command -v python3 >/dev/null || { echo "run.sh: python3 is missing: activate the environment that holds PyTorch" >&2; exit 1; }

began=$(date +%s)
python3 - <<'P' || { echo "run.sh: $(command -v python3) has no PyTorch: activate the environment that holds it" >&2; exit 1; }
import torch
where = torch.cuda.get_device_name() if torch.cuda.is_available() else "no GPU"
print(f"PyTorch {torch.__version__}, C++ string ABI {int(torch._C._GLIBCXX_USE_CXX11_ABI)}, {where}")
P

# The program looks for both files beside itself.
facts="$app/libtorch.txt"
bash "$here/native/find-libtorch.sh" --lines > "$facts.new"
# PyTorch knows its own ABI; find-libtorch.sh reads it off a symbol. Line 6 of the facts.
abi=$(python3 -c 'import torch; print(int(torch._C._GLIBCXX_USE_CXX11_ABI))')
sed -i "6s/.*/$abi/" "$facts.new"
if ! cmp -s "$facts.new" "$facts" || [ ! -e "$app/libmatnb_torch.so" ] || [ "$here/native/shim.cpp" -nt "$app/libmatnb_torch.so" ]; then
  bash "$here/native/build-shim.sh" "$facts.new" "$app/libmatnb_torch.so"
fi
mv "$facts.new" "$facts"
echo "shim ready after $(($(date +%s) - began)) s"

arguments=(--python "$(command -v python3)" --peer "$here/reference.py" --commit "$(cat "$here/commit.txt")")
case " $* " in *" --data "*) ;; *) arguments+=(--data "$here/crystals.jsonl.gz") ;; esac
case " $* " in *" --out "*) ;; *) arguments+=(--out "$here/gpu.csv") ;; esac
exec "$app/matnb-gpu" "${arguments[@]}" "$@"
