# What the tests need beside the portal's own needs: a browser, a proxy, certificates and a database, from Debian.

missing_packages() {
  command -v chromium >/dev/null || echo chromium
  PATH=$PATH:/usr/sbin command -v nginx >/dev/null || echo nginx
  command -v openssl >/dev/null || echo openssl
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || echo postgresql
}

ensure_requirements() {
  local missing log=$LOGS/requirements.log
  mapfile -t missing < <(missing_packages)
  ((${#missing[@]})) || return 0
  if [[ $EUID != 0 ]] || ! command -v apt-get >/dev/null; then fail "The tests need ${missing[*]}; install it and try again."; fi
  say "Installing ${missing[*]} ..."
  # A run level of 1 keeps the packages from starting their services.
  { apt-get update && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null ||
    fail "Installing ${missing[*]} failed; see $log."
}
