# The set of instances as a whole: how many of which group, behind what.

# resize_group GROUP COUNT: the last ones of too many stop; of too few, more are registered.
resize_group() {
  local names number=0 name
  mapfile -t names < <(names_in "$1")
  for name in "${names[@]:$2}"; do
    take_out "$name"
    forget_instance "$name"
  done
  for ((have = ${#names[@]}; have < $2; have++)); do
    until name=$1-$((++number)) && [[ ! -f $INSTANCES/$name/port ]]; do :; done
    register_instance "$name" "$(is_proxied && free_port "$PORTAL_INSTANCE_PORT" || echo "$PORTAL_PORT")" "$1"
    FRESH+=("$name")
  done
}

# The proxy takes the portal's port, and the server the database: from now on, and for as long as the portal is up.
put_behind_proxy() {
  mkdir -p "$PROXY"
  touch "$PROXY/wanted"
  serve_database
}

# leave_being_one: the only instance makes room for the proxy and the database server, and will start again behind them.
leave_being_one() {
  local name
  name=$(instance_names)
  say "$name starts again behind the proxy, on the database server; browsers come back by themselves."
  take_out "$name"
  put_behind_proxy
  register_instance "$name" "$(free_port "$PORTAL_INSTANCE_PORT")" portal
}

# Before anything is stopped for it.
check_proxy() {
  require_nginx
  check_tls
}

check_tls() {
  [[ -n ${PORTAL_TLS_CERT:-}${PORTAL_TLS_KEY:-} ]] || return 0
  [[ -r ${PORTAL_TLS_CERT:-} && -r ${PORTAL_TLS_KEY:-} ]] || fail "PORTAL_TLS_CERT and PORTAL_TLS_KEY must both name a file that can be read."
}

# start_fleet: everything registered that does not run. Of an empty portal the first starts alone: it makes tables, first account and signing
# key for the others. Otherwise it only founds the cluster before them, since several that begin at the same moment may found several.
start_fleet() {
  local names
  mapfile -t names < <(names_not_running)
  ((${#names[@]})) || return 0
  narrow_pools
  if ((${#names[@]} == $(instance_names | wc -l))); then
    if [[ -f $PORTAL_HOME/secret && ${PORTAL_DEMO:-} != true ]]; then
      start_instance "${names[0]}"
      await_grid "${names[0]}"
    else
      bring_up "${names[0]}"
      unset PORTAL_DEMO
    fi
  fi
  bring_up "${names[@]}"
  sync_proxy
  say "${names[*]}: ready."
}

names_not_running() {
  local name
  for name in $(instance_names); do
    is_alive "$name" || echo "$name"
  done
}

# take_out NAME: no new request reaches it; what it was doing goes on elsewhere or is finished; then it stops.
take_out() {
  local pid served=
  [[ ! -f $INSTANCES/$1/tag ]] || served=yes
  rm -f "$INSTANCES/$1/tag"
  sync_proxy
  if pid=$(pid_of "$1"); then
    if [[ -n $served && $(cluster_members) == *,* ]]; then drain "$1"; fi
    stop_process "$pid" "$1"
  else
    say "$1 was not running."
  fi
  rm -f "$INSTANCES/$1"/{pid,crashes}
}

# drain NAME: asks it to send its browsers to the others; it removes the file when the last one has gone and no request is under way.
drain() {
  local file=$INSTANCES/$1/leaving deadline=$((SECONDS + STOP_SECONDS))
  touch "$file"
  while [[ -f $file ]] && is_alive "$1"; do
    if ((SECONDS >= deadline)); then
      say "$1 was not done within $STOP_SECONDS s and is stopped all the same."
      break
    fi
    sleep 0.1
  done
  rm -f "$file"
}

# start_again NAME: out of the proxy and in again; what runs then has the present WAR.
start_again() {
  take_out "$1"
  bring_up "$1"
  sync_proxy
  say "$1 is ready."
}

require_instance() { [[ -f $INSTANCES/$1/port ]] || fail "There is no instance '$1'; 'portal list' shows which there are."; }

# bring_in_line: a portal that runs gets what is WANTED, and whatever should run runs. What is new and cannot start is forgotten again.
bring_in_line() {
  local group before
  before=$(instance_names)
  FRESH=()
  check_same_groups
  limit_connections "$(wanted_instances)"
  ! ((${#WANTED[@]})) || check_files
  trap 'forget_fresh >&2' EXIT
  stop_unready
  if ! is_proxied && ((${#WANTED[@]})) && is_wanted_proxied; then
    check_proxy
    leave_being_one
  fi
  for group in "${WANTED[@]}"; do
    # shellcheck disable=SC2086 # a group and its count
    resize_group $group
  done
  if [[ -n $(names_not_running) ]]; then
    start_fleet
  elif [[ $(instance_names) == "$before" ]]; then
    say "The portal already runs; nothing was changed."
  fi
  trap - EXIT
  start_watchdog
}

# A start that an interrupted command has left behind.
stop_unready() {
  local name
  for name in $(instance_names); do
    [[ $(status_of "$name") != starting ]] || stop_process "$(pid_of "$name")" "$name, which never became ready,"
  done
}

forget_fresh() {
  local name
  for name in "${FRESH[@]}"; do give_up "$name"; done
  sync_proxy
}

# Everything that was started; browsers are told before the proxy goes, and the file is closed after its last user.
tear_down() {
  local name pid
  declare -A pids
  for name in $(instance_names); do
    if pid=$(pid_of "$name"); then
      pids[$name]=$pid
      kill "$pid" || true
    fi
  done
  for name in $(instance_names); do
    if [[ -v pids[$name] ]]; then stop_process "${pids[$name]}" "$name"; else say "$name was not running."; fi
    forget_instance "$name"
  done
  stop_proxy
  stop_database
  rm -rf "$SETTINGS" "$PORTAL_HOME/pools"
}
