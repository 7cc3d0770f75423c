# What tests and benchmarks need beside the portal's own needs, from Debian: a browser, a proxy, certificates, a database, and
# networks to cut; Redis.

missing_packages() {
  command -v chromium >/dev/null || echo chromium
  PATH=$PATH:/usr/sbin command -v nginx >/dev/null || echo nginx
  PATH=$PATH:/usr/sbin command -v ip >/dev/null || echo iproute2
  command -v openssl >/dev/null || echo openssl
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || echo postgresql
}

ensure_requirements() {
  local missing
  mapfile -t missing < <(missing_packages)
  ensure_packages tests "${missing[@]}"
}

# For the peer of "portal bench cluster".
ensure_redis() { command -v redis-server >/dev/null || ensure_packages benchmarks redis-server; }

# ensure_packages WHO PACKAGE...: installs what is missing, if anything, or says that WHO needs it.
ensure_packages() {
  local who=$1 log=$LOGS/requirements.log
  shift
  (($#)) || return 0
  if [[ $EUID != 0 ]] || ! command -v apt-get >/dev/null; then fail "The $who need $*; install it and try again."; fi
  say "Installing $* ..."
  # A run level of 1 keeps the packages from starting their services.
  { apt-get update && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null ||
    fail "Installing $* failed; see $log."
}
