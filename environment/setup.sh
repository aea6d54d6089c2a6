#!/usr/bin/env bash
# setup.sh [--tests]: installs what is missing, and only that; says plainly what to do where it cannot.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

say() { printf '%s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

packages() { # the names in the lists, without the reasons
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@"
}

lists=("$root/environment/packages.txt")
[ "${1:-}" = "--tests" ] && lists+=("$root/environment/packages-test.txt")

missing_packages() {
  local name
  for name in $(packages "${lists[@]}"); do
    case $name in npm | g++) command -v "$name" >/dev/null && continue ;; esac
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || printf '%s ' "$name"
  done
}

keep_services_off() { # Slurm's packages would start daemons; the tests start their own
  local policy=/usr/sbin/policy-rc.d
  [ -e "$policy" ] && return
  printf '#!/bin/sh\nexit 101\n' | $1 tee "$policy" >/dev/null
  $1 chmod 755 "$policy"
  # shellcheck disable=SC2064  # as it is now
  trap "$1 rm -f $policy" EXIT
}

install_debian_packages() {
  local missing as_root=""
  missing=$(missing_packages)
  [ -z "$missing" ] && return
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these Debian packages are missing and need root: $missing. Ask an administrator: apt-get install $missing"
    as_root=sudo
  fi
  say "setup: installing $missing"
  $as_root apt-get update -qq
  keep_services_off "$as_root"
  # shellcheck disable=SC2086  # a list of names
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

install_web_libraries() { # again only when the lock file changed
  local web="$root/environment/web"
  local stamp="$web/node_modules/.installed"
  [ -f "$stamp" ] && [ "$stamp" -nt "$web/package-lock.json" ] && return
  say "setup: fetching plotly.js, 3Dmol.js, mermaid and DuckDB"
  (cd "$web" && npm ci --silent --no-audit --no-fund --ignore-scripts)
  touch "$stamp"
}

case "$(cd "$root" && dotnet --version 2>/dev/null || true)" in
  10.*) ;;
  "") fail "no .NET 10 SDK: install it (https://dotnet.microsoft.com/download/dotnet/10.0) and put dotnet on PATH; found: $(dotnet --list-sdks 2>/dev/null | tr '\n' ' ')" ;;
esac
if command -v apt-get >/dev/null; then
  install_debian_packages
else
  say "setup: not a Debian system; install these by your own package manager:"
  sed -e '/^#/d' -e 's/^/  /' "${lists[@]}"
fi
install_web_libraries
