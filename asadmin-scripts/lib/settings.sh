# What the environment decides, with defaults. Exported variables reach the portal itself (PORTAL_DB_URL is read there as portal.db.url).
# Files written here may hold secrets and personal data: nobody else reads them.
umask 077

PORTAL_HOME=$(readlink -m "${PORTAL_HOME:-$ROOT/var}")
export PORTAL_HOME
CONFIG=$ROOT/payara-config
INSTANCES=$PORTAL_HOME/instances
PROXY=$PORTAL_HOME/proxy
DATABASE=$PORTAL_HOME/database
WATCHDOG=$PORTAL_HOME/watchdog
SETTINGS=$PORTAL_HOME/settings

# shellcheck source=process.sh
. "$SCRIPTS/lib/process.sh"

# Whether anything of this portal runs.
is_up() {
  local file
  for file in "$WATCHDOG/pid" "$PROXY/pid" "$INSTANCES"/*/pid; do
    ! find_process "$file" || return 0
  done
  return 1
}

# recall_settings FILE: what is set there holds, and nothing else.
recall_settings() {
  unset "${!PORTAL_DB_@}" "${!PORTAL_CLUSTER_@}" "${!PORTAL_TLS_@}" PORTAL_JAVA_OPTS PORTAL_MEMBERS PORTAL_SECRET PORTAL_WAR PORTAL_RUNTIME
  # shellcheck source=/dev/null
  . "$1"
}

# All instances of a portal have the settings that it was started with, whoever starts one later, and whatever his shell says.
if [[ -f $SETTINGS ]] && is_up; then recall_settings "$SETTINGS"; fi

use_settings() {
  export PORTAL_PORT=${PORTAL_PORT:-8080}
  export PORTAL_INSTANCE_PORT=${PORTAL_INSTANCE_PORT:-9081}
  export PORTAL_INTERFACE=${PORTAL_INTERFACE:-127.0.0.1}
  # Where instances listen to each other, in clear text: not where browsers come in, and beyond loopback only on a network of one's own.
  CLUSTER_INTERFACE=${PORTAL_CLUSTER_INTERFACE:-127.0.0.1}
  # The WAR that runs: built from this checkout, or a given one.
  WAR=$(readlink -m "${PORTAL_WAR:-$PORTAL_HOME/portal.war}")
  # Payara itself, unpacked; shared by several portals when set.
  RUNTIME=$(readlink -m "${PORTAL_RUNTIME:-$PORTAL_HOME/payara}")
  START_SECONDS=${PORTAL_START_SECONDS:-180}
  STOP_SECONDS=${PORTAL_STOP_SECONDS:-30}
  # Instances that start beside each other: with one more than there are processors none is idle while a start waits.
  STARTS_AT_ONCE=${PORTAL_STARTS_AT_ONCE:-$(($(nproc) + 1))}
  check_port PORTAL_PORT
  check_port PORTAL_INSTANCE_PORT
}

check_port() { [[ ${!1} =~ ^[0-9]+$ && ${!1} -ge 1 && ${!1} -le 65535 ]] || fail "$1 must be a port from 1 to 65535, not '${!1}'."; }

use_settings
mkdir -p "$INSTANCES" 2>/dev/null || fail "Cannot write to PORTAL_HOME $PORTAL_HOME."

# Not what is meant for the first start only.
remember_settings() {
  local name
  export PORTAL_RUNTIME=$RUNTIME JAVA_HOME
  [[ -z ${PORTAL_WAR:-} ]] || PORTAL_WAR=$WAR
  for name in "${!PORTAL_@}" JAVA_HOME; do
    case $name in PORTAL_HOME | PORTAL_DEMO | PORTAL_ADMIN_PASSWORD | PORTAL_URL | PORTAL_LOGINS) continue ;; esac
    printf 'export %s=%q\n' "$name" "${!name}"
  done >"$SETTINGS"
}

# Several instances, or TLS, are behind the proxy; it then has the portal's port.
is_proxied() { [[ -f $PROXY/wanted ]]; }

# One command changes a portal at a time; the lock ends with the command, whatever happens to it.
lock_portal() {
  exec 9>"$PORTAL_HOME/lock"
  flock -w 600 9 || fail "Another portal command has been working on $PORTAL_HOME for ten minutes."
}

require_portal() { is_up || fail "The portal is not running; start it with 'portal up'."; }
