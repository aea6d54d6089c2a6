#!/usr/bin/env bash
# down.sh FOLDER: ends the cluster that up.sh started in FOLDER, and what its jobs left running; each by its process id.
set -uo pipefail
folder=$(cd "${1:?usage: down.sh FOLDER}" && pwd) || exit 1

# The daemons, and what their jobs started. Others may have the cluster in their environment too, such as the shell that submits to it.
of_cluster() {
  for environ in $(grep -lsF "SLURM_CONF=$folder/slurm.conf" /proc/[0-9]*/environ); do
    process=$(dirname "$environ")
    case $(cat "$process/comm" 2>/dev/null) in
      munged | slurmctld | slurmd | slurmstepd*) ;;
      *) grep -qsF SLURMD_NODENAME= "$environ" || continue ;;
    esac
    basename "$process"
  done
}
end() { for pid in $(of_cluster); do kill "-$1" "$pid" 2>/dev/null; done; }

unset SLURM_CONF
end TERM
for ((i = 0; i < 30; i++)); do
  alive=0
  for pid in $(of_cluster); do kill -0 "$pid" 2>/dev/null && alive=1; done
  [ "$alive" -eq 0 ] && break
  sleep 0.1
done
end KILL
rm -f "$folder"/pids/*
