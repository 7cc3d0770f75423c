# Starting instances, and waiting for them.

# start_instance NAME: starts a registered one in the background.
start_instance() {
  local dir=$INSTANCES/$1
  prepare_instance "$1"
  pool_size >"$dir/pool"
  # Now, so that those which start beside each other do not all make it.
  war_with_pool "$(cat "$dir/pool")" >/dev/null
  [[ -f $dir/log ]] && mv "$dir/log" "$dir/log.1"
  launch "$1" setsid >"$dir/log" 2>&1 </dev/null &
  remember_process "$dir/pid" $!
}

# Every start gets a clean root, since Payara remembers deployments.
prepare_instance() {
  local dir=$INSTANCES/$1
  rm -rf "${dir:?}"/{root,tag,silent,avoided,next-start,leaving}
  mkdir "$dir/root"
  cp -r "$(runtime)"/{config,lib} "$dir/root/"
  date +%s >"$dir/since"
}

# launch NAME [PREFIX]: becomes the Java process of an instance. Secrets reach it through the environment only.
launch() {
  local dir=$INSTANCES/$1 war archived=() grid=(--clustername "$(cluster_name)" --hzconfigfile "$CONFIG/hazelcast.yaml")
  [[ ${CLUSTERED:-yes} == yes ]] || grid=(--nocluster)
  [[ -f $(archive) ]] && archived=(-XX:SharedArchiveFile="$(archive)")
  java_options
  join_options "$1"
  export_database
  war=$(war_with_pool "$(fact "$1" pool || echo "$POOL")")
  PORTAL_INTERFACE=$(instance_interface)
  cd "$PORTAL_HOME" || exit
  let_go_of_locks
  # shellcheck disable=SC2086 # no word at all where there is no prefix
  exec ${2:-} "$JAVA" "${archived[@]}" "${JAVA_OPTIONS[@]}" \
    -Dfish.payara.micro.BootJar="file:$(runtime)/launch-micro.jar" -Dfish.payara.micro.UnpackDir="$(runtime)" \
    -Dportal.instance="$1" "${JOIN_OPTIONS[@]}" \
    -cp "$(runtime)/launch-micro.jar" fish.payara.micro.impl.PayaraMicroImpl \
    --rootdir "$dir/root" --deploy "$war" --contextroot / --port "$(fact "$1" port)" \
    --name "$1" --instancegroup "$(fact "$1" group)" "${grid[@]}" \
    --prebootcommandfile "$CONFIG/pre-boot-commands.asadmin" --logproperties "$CONFIG/logging.properties" --disablephonehome
}

# start_all NAME...: starts registered instances, several at a time, and returns when all are ready; the proxy, if it does not run, starts with
# the first. Fails as soon as one cannot start: then STOPPED names it and REASON says why, and the others are what they are.
start_all() {
  local waiting=("$@") starting=() index
  while ((${#waiting[@]} + ${#starting[@]})); do
    while ((${#waiting[@]} && ${#starting[@]} < STARTS_AT_ONCE)); do
      is_alive "${waiting[0]}" || start_instance "${waiting[0]}"
      starting+=("${waiting[0]}")
      waiting=("${waiting[@]:1}")
    done
    sleep 0.3
    for index in "${!starting[@]}"; do
      look_at "${starting[index]}"
      case $STATE in
        ready)
          enter_service "${starting[index]}"
          find_process "$PROXY/pid" || sync_proxy
          unset "starting[index]"
          ;;
        failed) STOPPED=${starting[index]}; return 1 ;;
      esac
    done
    starting=("${starting[@]}")
  done
}

# look_at NAME: sets STATE to ready, starting or failed, and REASON. A start that died with the class archive is tried once more without it.
look_at() {
  STATE=starting
  if is_ready "$(fact "$1" port)"; then STATE=ready
  elif ! is_alive "$1"; then
    if [[ -f $(archive) ]]; then rm -f "$(archive)"; start_instance "$1"; else give_reason "died while starting"; fi
  elif gave_up "$1"; then give_reason "could not start the portal"
  elif (($(date +%s) - $(fact "$1" since) >= START_SECONDS)); then give_reason "did not get ready within $START_SECONDS s"
  fi
}

give_reason() { STATE=failed REASON=$1; }

# Payara lives on after a deployment that failed, with an empty list of what it deployed, and after it found its port taken.
gave_up() {
  grep -s -A 1 -e '"Deployed": \[' -e 'Failed to start, exiting' "$INSTANCES/$1/log" | grep -q -e '^ *\]' -e 'Failed to start'
}

# await_grid NAME: returns when it is a member of the cluster, or will not be one: what follows finds out why.
await_grid() {
  local deadline=$((SECONDS + START_SECONDS))
  until grep -qs 'Bound to JNDI' "$INSTANCES/$1/log"; do
    if ! is_alive "$1" || ((SECONDS >= deadline)); then return; fi
    sleep 0.2
  done
}

# It is ready, and the proxy, if there is one, may send to it.
enter_service() {
  if is_proxied; then owner_tag "$1"; fi >"$INSTANCES/$1/tag"
}

# owner_tag NAME: what the instance itself says, in a session of a moment.
owner_tag() {
  local port sid
  port=$(fact "$1" port)
  sid=$(http_get "$port" '/socket.io/?EIO=4&transport=polling' | grep -ao '"sid":"[A-Za-z0-9_-]*"' | cut -d '"' -f 4) || return 0
  http_send "$port" "POST /socket.io/?EIO=4&transport=polling&sid=$sid" 1 >/dev/null || true
  echo "${sid:0:4}"
}

# bring_up NAME...: starts all of them, or fails with one sentence and what the log says.
bring_up() {
  start_all "$@" && return
  complaints "$STOPPED" >&2
  fail "$STOPPED $REASON; its log is $INSTANCES/$STOPPED/log."
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
