# Starts again what died and was not stopped, or answers no more. $WATCHDOG holds its pid and its log.

# An instance that lived for less has not recovered: it waits longer each time, up to a minute.
RECOVERED_SECONDS=60

# Rounds, of a second and a little more each, in which an instance says nothing: after so many others get its new requests, and after so
# many it is killed. A busy one answers within seconds, and one that waits for its database before 25 are over: for a connection (web.xml),
# or for a statement (portal.db.statement-time).
SILENT_ROUNDS=${PORTAL_SILENT_SECONDS:-5}
HUNG_ROUNDS=${PORTAL_HUNG_SECONDS:-25}

start_watchdog() {
  ! find_process "$WATCHDOG/pid" || return 0
  mkdir -p "$WATCHDOG"
  (unset PORTAL_DEMO PORTAL_ADMIN_PASSWORD; let_go_of_locks; exec setsid "$SCRIPTS/portal" watch) >>"$WATCHDOG/log" 2>&1 </dev/null &
  remember_process "$WATCHDOG/pid" $!
}

# To be called before the lock is taken, which the watchdog may have.
stop_watchdog() {
  local pid
  if pid=$(pid_in "$WATCHDOG/pid"); then stop_process "$pid" "The watchdog" >/dev/null; fi
  rm -f "$WATCHDOG/pid"
}

# One round; needs the lock.
watch_all() {
  local dir name
  if [[ -f $DATABASE/port ]] && ! find_process "$DATABASE/pid"; then
    note "The database server died; it starts again."
    start_database
  fi
  for dir in "$INSTANCES"/*/; do
    name=${dir%/}
    if [[ -f $dir/port && -f $dir/pid ]]; then watch_instance "${name##*/}"; fi
  done
  if is_proxied && [[ -f $PROXY/nginx.conf ]] && ! find_process "$PROXY/pid"; then
    note "The proxy died; it starts again."
    sync_proxy
  fi
}

watch_instance() {
  local dir=$INSTANCES/$1
  if ! is_alive "$1"; then
    revive "$1"
  elif [[ ! -f $dir/tag ]]; then
    watch_start "$1"
  else
    watch_answers "$1"
  fi
}

# Rounds are counted, and not the time: a machine that slept has not been silent. Whoever answers begins again at none.
watch_answers() {
  local dir=$INSTANCES/$1 silent
  silent=$(($(fact "$1" silent || echo 0) + 1))
  echo "$silent" >"$dir/silent"
  if ((silent > HUNG_ROUNDS)); then
    note "$1 has been silent for $HUNG_ROUNDS s and is killed."
    kill -9 "$(pid_of "$1")" || true
    return
  fi
  (let_go_of_locks; ! answers "$(fact "$1" port)" "$HUNG_ROUNDS" || rm -f "$dir/silent") &
  if ((silent > SILENT_ROUNDS)) && [[ ! -f $dir/avoided ]]; then
    touch "$dir/avoided"
    note "$1 is silent; others get the new requests until it answers."
    sync_proxy
  elif ((silent <= SILENT_ROUNDS)) && [[ -f $dir/avoided ]]; then
    rm "$dir/avoided"
    note "$1 answers again."
    sync_proxy
  fi
}

revive() {
  local dir=$INSTANCES/$1 restarts
  [[ -f $dir/next-start ]] || note_death "$1"
  (($(date +%s) >= $(fact "$1" next-start))) || return 0
  restarts=$(($(fact "$1" restarts || echo 0) + 1))
  echo "$restarts" >"$dir/restarts"
  start_instance "$1"
  note "$1 starts again, restart $restarts."
}

# It leaves the proxy's configuration: while it starts it would answer with errors.
note_death() {
  local dir=$INSTANCES/$1 now crashes pause
  now=$(date +%s)
  crashes=$(fact "$1" crashes || echo 0)
  ((now - $(fact "$1" since) < RECOVERED_SECONDS)) || crashes=0
  rm -f "$dir/tag"
  pause=$((crashes == 0 ? $(calm_seconds) : crashes > 6 ? 60 : 1 << (crashes - 1)))
  echo $((crashes + 1)) >"$dir/crashes"
  echo $((now + pause)) >"$dir/next-start"
  note "$1 died; it starts again in $pause s."
  sync_proxy
}

# Where others serve, the browsers of a dead instance come to them first: a start would take the processors from them.
calm_seconds() { [[ -n $(names_in_service) ]] && echo 5 || echo 0; }

# A start that failed without dying is ended, and counts as a death.
watch_start() {
  look_at "$1"
  case $STATE in
    ready)
      enter_service "$1"
      sync_proxy
      note "$1 is ready."
      ;;
    failed)
      note "$1 $REASON."
      kill -9 "$(pid_of "$1")" || true
      ;;
  esac
}

note() { say "$(date '+%F %T') $*"; }
