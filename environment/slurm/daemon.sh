#!/usr/bin/env bash
# daemon.sh FOLDER NAME: starts one daemon of the cluster in FOLDER (munged, slurmctld, or a node such as n1), also again after it was
# killed, and notes its process id in FOLDER/pids/NAME.
set -euo pipefail
folder=${1:?usage: daemon.sh FOLDER NAME} name=${2:?usage: daemon.sh FOLDER NAME}
export SLURM_CONF="$folder/slurm.conf"
case $name in
  munged)
    command=(munged --foreground --force "--key-file=$folder/munge.key" "--socket=$folder/munge.socket"
      "--pid-file=$folder/state/munged.pid" "--log-file=$folder/log/munged.log" "--seed-file=$folder/state/munged.seed") ;;
  slurmctld) command=(slurmctld -D) ;;
  *) command=(slurmd -D -N "$name") ;;
esac
setsid "${command[@]}" </dev/null >>"$folder/log/$name.out" 2>&1 &
echo $! >"$folder/pids/$name"
