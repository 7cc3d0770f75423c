# What the environment decides, with defaults. Exported variables reach the portal itself (PORTAL_DB_URL is read there as portal.db.url).
# Files written here may hold secrets and personal data: nobody else reads them.
umask 077

PORTAL_HOME=$(readlink -m "${PORTAL_HOME:-$ROOT/var}")
export PORTAL_HOME
export PORTAL_PORT=${PORTAL_PORT:-8080}
export PORTAL_INSTANCE_PORT=${PORTAL_INSTANCE_PORT:-9081}
export PORTAL_INTERFACE=${PORTAL_INTERFACE:-127.0.0.1}
# Where instances listen to each other, in clear text: not where browsers come in, and beyond loopback only on a network of one's own.
CLUSTER_INTERFACE=${PORTAL_CLUSTER_INTERFACE:-127.0.0.1}

CONFIG=$ROOT/payara-config
INSTANCES=$PORTAL_HOME/instances
# The WAR that runs: built from this checkout, or a given one.
WAR=$(readlink -m "${PORTAL_WAR:-$PORTAL_HOME/portal.war}")
# Payara itself, unpacked; shared by several portals when set.
RUNTIME=$(readlink -m "${PORTAL_RUNTIME:-$PORTAL_HOME/payara}")
START_SECONDS=${PORTAL_START_SECONDS:-180}
STOP_SECONDS=${PORTAL_STOP_SECONDS:-30}

[[ $PORTAL_PORT =~ ^[0-9]+$ && $PORTAL_PORT -ge 1 && $PORTAL_PORT -le 65535 ]] || fail "PORTAL_PORT must be a port from 1 to 65535, not '$PORTAL_PORT'."
mkdir -p "$INSTANCES" 2>/dev/null || fail "Cannot write to PORTAL_HOME $PORTAL_HOME."

# One command changes a portal at a time; the lock ends with the command, whatever happens to it.
lock_portal() {
  exec 9>"$PORTAL_HOME/lock"
  flock -w 600 9 || fail "Another portal command has been working on $PORTAL_HOME for ten minutes."
}
