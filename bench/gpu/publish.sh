#!/usr/bin/env bash
# publish.sh ARCHIVE.tar.xz [CRYSTALS.jsonl.gz]: packs the GPU checks for a machine without .NET: the program with its runtime, the
# source of the shim, the crystals and run.sh. At most 60 MiB. The crystals are mp20_partial by default, from MATNB_DATA or ../shared/data.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
limit=$((60 * 1024 * 1024))
archive=${1:?publish.sh ARCHIVE.tar.xz [CRYSTALS.jsonl.gz]}
crystals=${2:-${MATNB_DATA:-$root/../shared/data}/mp20_partial/mp20_partial.jsonl.gz}
[ -f "$crystals" ] || { echo "publish.sh: $crystals is missing: name a .jsonl.gz file of crystals with formation energies" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pack="$work/matnb-gpu"
mkdir -p "$pack/native"
# Not trimmed: options and results are read and written as JSON by reflection, which trimming breaks without a word.
# Built aside: another runtime has other lock files and other intermediate files than the repository's own build.
dotnet publish "$root/bench/gpu/MatNotebooks.Gpu.csproj" -c Release -r linux-x64 --self-contained -o "$pack/app" \
  --artifacts-path "$work/build" -p:RestoreLockedMode=false '-p:NuGetLockFilePath='"$work"'/$(MSBuildProjectName).lock.json' \
  -p:DebugType=none -p:GenerateDocumentationFile=false -p:SatelliteResourceLanguages=en --nologo -v quiet
rm -f "$pack"/app/libmatnb_torch.so "$pack"/app/libtorch.txt "$pack"/app/*.xml "$pack"/app/*.pdb # those of this machine's libtorch
cp "$root"/src/MatNotebooks.Torch/native/{shim.cpp,gloo.cpp,find-libtorch.sh,build-shim.sh} "$pack/native/"
cp "$root"/bench/gpu/{run.sh,reference.py,README.md} "$pack/"
cp "$crystals" "$pack/crystals.jsonl.gz"
commit=$(git -C "$root" rev-parse --short HEAD)
[ -z "$(git -C "$root" status --porcelain -- ':!bench/results')" ] || commit="$commit-dirty"
echo "$commit" > "$pack/commit.txt"

tar -C "$work" -c matnb-gpu | xz -T0 -6 > "$archive"
size=$(stat -c %s "$archive")
echo "$archive: $((size / 1024 / 1024)) MiB, commit $commit"
[ "$size" -le "$limit" ] || { echo "publish.sh: that is over 60 MiB" >&2; exit 1; }
