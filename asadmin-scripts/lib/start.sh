# Starting one instance and waiting for it.

# start_instance NAME PORT GROUP: starts it in the background.
start_instance() {
  local dir=$INSTANCES/$1
  prepare_instance "$@"
  [[ -f $dir/log ]] && mv "$dir/log" "$dir/log.1"
  launch "$1" setsid >"$dir/log" 2>&1 </dev/null &
  remember_process "$dir/pid" $!
}

# Every start gets a clean root, since Payara remembers deployments.
prepare_instance() {
  local dir=$INSTANCES/$1
  mkdir -p "$dir"
  rm -rf "${dir:?}/root"
  mkdir "$dir/root"
  cp -r "$(runtime)"/{config,lib} "$dir/root/"
  echo "$2" >"$dir/port"
  echo "$3" >"$dir/group"
  [[ -f $dir/cluster-port ]] || free_port "$(first_cluster_port)" >"$dir/cluster-port"
  date +%s >"$dir/since"
}

# launch NAME [PREFIX]: becomes the Java process of an instance. Secrets reach it through the environment only.
launch() {
  local dir=$INSTANCES/$1 archived=() grid=(--clustername "$(cluster_name)" --hzconfigfile "$CONFIG/hazelcast.yaml")
  [[ ${CLUSTERED:-yes} == yes ]] || grid=(--nocluster)
  [[ -f $(archive) ]] && archived=(-XX:SharedArchiveFile="$(archive)")
  java_options
  cd "$PORTAL_HOME"
  exec 7>&- 8>&- 9>&-
  # shellcheck disable=SC2086 # no word at all where there is no prefix
  exec ${2:-} "$JAVA" "${archived[@]}" "${JAVA_OPTIONS[@]}" \
    -Dfish.payara.micro.BootJar="file:$(runtime)/launch-micro.jar" -Dfish.payara.micro.UnpackDir="$(runtime)" \
    -Dportal.instance="$1" -Dportal.cluster.name="$(cluster_name)" -Dportal.cluster.port="$(fact "$1" cluster-port)" \
    -Dportal.cluster.members="$(cluster_members)" -Dportal.cluster.interface="$CLUSTER_INTERFACE" \
    -cp "$(runtime)/launch-micro.jar" fish.payara.micro.impl.PayaraMicroImpl \
    --rootdir "$dir/root" --deploy "$WAR" --contextroot / --port "$(fact "$1" port)" \
    --name "$1" --instancegroup "$(fact "$1" group)" "${grid[@]}" \
    --prebootcommandfile "$CONFIG/pre-boot-commands.asadmin" --logproperties "$CONFIG/logging.properties" --disablephonehome
}

# Portals that differ in PORTAL_HOME never join each other.
cluster_name() { echo "portal-$(home_number)"; }

# Nor do they want the same ports when they start at the same time.
first_cluster_port() { echo "${PORTAL_CLUSTER_PORT:-$((6900 + $(home_number) % 2000 * 10))}"; }

home_number() { cksum <<<"$PORTAL_HOME" | cut -d ' ' -f 1; }

# Every instance of this portal, and those of other machines.
cluster_members() {
  local file members=${PORTAL_MEMBERS:-}
  for file in "$INSTANCES"/*/cluster-port; do
    members+=${members:+,}$CLUSTER_INTERFACE:$(cat "$file")
  done
  echo "$members"
}

# await_instance NAME: returns when it answers, fails when it died, could not deploy, or takes too long.
await_instance() {
  local deadline=$((SECONDS + START_SECONDS)) port
  port=$(fact "$1" port)
  until is_ready "$port"; do
    pid_of "$1" >/dev/null || { REASON="died while starting"; return 1; }
    ! gave_up "$1" || { REASON="could not start the portal"; return 1; }
    ((SECONDS < deadline)) || { REASON="did not get ready within $START_SECONDS s"; return 1; }
    sleep 0.1
  done
}

# Payara lives on after a deployment that failed, with an empty list of what it deployed, and after it found its port taken.
gave_up() {
  grep -s -A 1 '"Deployed": \[' "$INSTANCES/$1/log" | grep -q '^ *\]' || grep -qs 'Failed to start, exiting' "$INSTANCES/$1/log"
}

# bring_up NAME PORT GROUP: starts and waits; a start that died with the class archive is tried once more without it.
bring_up() {
  local archived=false
  [[ -f $(archive) ]] && archived=true
  start_instance "$@"
  await_instance "$1" && return
  if $archived && [[ $REASON == died* ]]; then
    rm -f "$(archive)"
    start_instance "$@"
    await_instance "$1" && return
  fi
  complaints "$1" >&2
  fail "$1 $REASON; its log is $INSTANCES/$1/log."
}

# Leaves nothing behind of a start that failed or was interrupted.
give_up() {
  local pid
  if pid=$(pid_of "$1"); then stop_process "$pid" "$1" >&2; fi
  forget_instance "$1"
}

# The end of the log without stack frames; only what went wrong, where the log says so.
complaints() {
  local log=$INSTANCES/$1/log
  { grep -E ' (SEVERE|WARNING) |^Caused by|Exception: |^Error' "$log" || grep -v '^[[:space:]]' "$log"; } | cut -c -300 | tail -n 12
}
