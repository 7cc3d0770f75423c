# The instances of this portal. $INSTANCES/NAME holds what is known of one: port, cluster-port, group, pid, since, restarts, log; tag (while
# it is in service: what its session ids begin with); pool (how many connections to the database it may open); silent, avoided,
# crashes and next-start (the watchdog's); leaving (until it is drained). An instance exists while it has a port.

instance_names() {
  local file
  for file in "$INSTANCES"/*/port; do
    if [[ -f $file ]]; then basename "$(dirname "$file")"; fi
  done | sort -V
}

# fact NAME WHAT: one remembered fact, or nothing.
fact() { [[ -f $INSTANCES/$1/$2 ]] && cat "$INSTANCES/$1/$2"; }

pid_of() { pid_in "$INSTANCES/$1/pid"; }

is_alive() { find_process "$INSTANCES/$1/pid"; }

# running (answers), leaving (drains), unready (was ready before), starting (lives), died (lives no more, and nobody stopped it) or stopped.
status_of() {
  if [[ ! -f $INSTANCES/$1/pid ]]; then echo stopped
  elif ! is_alive "$1"; then echo died
  elif [[ -f $INSTANCES/$1/leaving ]]; then echo leaving
  elif is_ready "$(fact "$1" port)"; then echo running
  elif [[ -f $INSTANCES/$1/tag ]]; then echo unready
  else echo starting
  fi
}

# Names, one per line, of the instances in one group.
names_in() {
  local name
  for name in $(instance_names); do
    [[ $(fact "$name" group) != "$1" ]] || echo "$name"
  done
}

# register_instance NAME PORT GROUP: makes it known, so that those that start can tell each other all members.
register_instance() {
  local dir=$INSTANCES/$1
  mkdir -p "$dir"
  echo "$2" >"$dir/port"
  echo "$3" >"$dir/group"
  [[ -f $dir/cluster-port ]] || free_port "$(first_cluster_port)" >"$dir/cluster-port"
}

# Forgets an instance, but not its log.
forget_instance() { rm -rf "${INSTANCES:?}/$1"/{port,cluster-port,group,pid,since,restarts,root,pool,tag,silent,avoided,crashes,next-start,leaving}; }

# Every instance of this portal, and those of other machines, by address.
cluster_members() {
  local file members
  members=$(other_members) || exit
  for file in "$INSTANCES"/*/cluster-port; do
    members+=${members:+,}$CLUSTER_INTERFACE:$(cat "$file")
  done
  echo "$members"
}

# other_members: Hazelcast looks no names up when it is told where to listen, so that is done here; "dns:NAME:PORT" it looks up itself.
other_members() {
  local others=() each address members=
  IFS=, read -r -a others <<<"${PORTAL_MEMBERS:-}"
  for each in "${others[@]}"; do
    [[ $each =~ ^(dns:)?[A-Za-z0-9.-]+:[0-9]+$ ]] || fail "PORTAL_MEMBERS is host:port,host:port,... or dns:name:port, not '$each'."
    address=$each
    if [[ $each != dns:* ]]; then
      address=$(getent ahostsv4 "${each%:*}" | awk 'NR == 1 { print $1 }') || true
      [[ -n $address ]] || fail "PORTAL_MEMBERS names ${each%:*}, which has no address."
      address+=:${each##*:}
    fi
    members+=${members:+,}$address
  done
  echo "$members"
}

# join_options NAME: sets JOIN_OPTIONS: how the instance finds the others, by addresses or by one name that has many.
join_options() {
  local dns=none:0 by_name=false by_address=true members
  members=$(cluster_members) || exit
  if [[ ${PORTAL_MEMBERS:-} == dns:* ]]; then dns=${PORTAL_MEMBERS#dns:} by_name=true by_address=false; fi
  JOIN_OPTIONS=(
    -Dportal.cluster.name="$(cluster_name)" -Dportal.cluster.port="$(fact "$1" cluster-port)" -Dportal.cluster.interface="$CLUSTER_INTERFACE"
    -Dportal.cluster.by-address="$by_address" -Dportal.cluster.members="$members"
    -Dportal.cluster.by-name="$by_name" -Dportal.cluster.dns="${dns%:*}" -Dportal.cluster.dns-port="${dns##*:}"
  )
}

# Portals that differ in PORTAL_HOME never join each other, unless they are given one name.
cluster_name() { echo "${PORTAL_CLUSTER_NAME:-portal-$(home_number)}"; }

# Nor do they want the same ports when they start at the same time.
first_cluster_port() { echo "${PORTAL_CLUSTER_PORT:-$((6900 + $(home_number) % 2000 * 10))}"; }

home_number() { cksum <<<"$PORTAL_HOME" | cut -d ' ' -f 1; }
