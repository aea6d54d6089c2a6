#!/usr/bin/env bash
# up.sh FOLDER [NODES]: starts a Slurm cluster of NODES nodes (default 2) on this machine, for tests. Everything it writes lies under
# FOLDER, everything it says goes over loopback, every process is noted in FOLDER/pids and ended by down.sh.
# Needs root and Debian's slurm-wlm and munge. Use it with: export SLURM_CONF=FOLDER/slurm.conf
set -euo pipefail
folder=${1:?usage: up.sh FOLDER [NODES]} nodes=${2:-2}
here=$(cd "$(dirname "$0")" && pwd)
fail() { printf 'up.sh: %s\n' "$*" >&2; exit 1; }

[ "$(id -u)" -eq 0 ] || fail "needs root: slurmd starts jobs as their users"
for program in munged slurmctld slurmd sbatch; do
  command -v "$program" >/dev/null || fail "$program is missing: apt-get install --no-install-recommends slurm-wlm munge"
done
grep -q ' /sys/fs/cgroup ' /proc/mounts || fail "slurmd needs control groups: nothing is mounted at /sys/fs/cgroup"
mkdir -p "$folder"/{log,state,spool,pids}
folder=$(cd "$folder" && pwd)
[ -z "$(ls "$folder/pids")" ] || fail "$folder holds a cluster already: down.sh $folder ends it"
chmod 755 "$folder"

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
port=$((20000 + RANDOM % 10000))
for ((i = 0; i <= nodes; i++)); do
  port_is_free $((port + i)) || { port=$((20000 + RANDOM % 10000)); i=-1; }
done

host=$(hostname -s)
cores=${SLURM_TEST_CORES:-$(nproc)}
memory=${SLURM_TEST_MEMORY_MB:-1000} # of each node; only a number to Slurm
{
  sed -e "s|@FOLDER@|$folder|g" -e "s|@HOST@|$host|g" -e "s|@PORT@|$port|g" "$here/slurm.conf.in"
  for ((i = 1; i <= nodes; i++)); do
    mkdir -p "$folder/spool/n$i"
    echo "NodeName=n$i NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + i)) CPUs=$cores RealMemory=$memory"
  done
  echo "PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO"
} >"$folder/slurm.conf"
head -c 1024 /dev/urandom >"$folder/munge.key"
chmod 600 "$folder/munge.key"

"$here/daemon.sh" "$folder" munged
for ((i = 0; i < 100; i++)); do
  munge -S "$folder/munge.socket" -n </dev/null 2>/dev/null | unmunge -S "$folder/munge.socket" >/dev/null 2>&1 && break
  sleep 0.1
done
[ "$i" -lt 100 ] || { "$here/down.sh" "$folder" || true; fail "munged does not answer; see $folder/log/munged.log"; }
"$here/daemon.sh" "$folder" slurmctld
for ((i = 1; i <= nodes; i++)); do "$here/daemon.sh" "$folder" "n$i"; done

export SLURM_CONF="$folder/slurm.conf"
for ((i = 0; i < 300; i++)); do
  [ "$(sinfo -h -N -t idle -o %N 2>/dev/null | sort -u | wc -l)" -eq "$nodes" ] && { echo "export SLURM_CONF=$SLURM_CONF"; exit 0; }
  sleep 0.1
done
grep -h error "$folder"/log/*.log >&2 || true
"$here/down.sh" "$folder" || true
fail "the nodes do not come up within 30 s; see $folder/log"
