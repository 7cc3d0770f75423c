# The instances of this portal. $INSTANCES/NAME holds what is known of one: port, cluster-port, group, pid (with the start time of the
# process, so that a number used again is not mistaken for ours), since, restarts, log. An instance exists while it has a port.

instance_names() {
  local file
  for file in "$INSTANCES"/*/port; do
    if [[ -f $file ]]; then basename "$(dirname "$file")"; fi
  done | sort -V
}

# fact NAME WHAT: one remembered fact, or nothing.
fact() { [[ -f $INSTANCES/$1/$2 ]] && cat "$INSTANCES/$1/$2"; }

# The kernel's start time of a process, in clock ticks since boot.
process_start() { local stat; stat=$(cat "/proc/$1/stat" 2>/dev/null) && set -- ${stat##*) } && echo "${20}"; }

# The pid of a process remembered in a file as "PID START", if it is alive and really ours.
pid_in() {
  local pid start
  read -r pid start 2>/dev/null <"$1" && [[ $(process_start "$pid") == "$start" ]] && echo "$pid"
}

remember_process() { echo "$2 $(process_start "$2")" >"$1"; }

pid_of() { pid_in "$INSTANCES/$1/pid"; }

# running (answers), starting (lives), died (lives no more, and nobody stopped it) or stopped.
status_of() {
  if [[ ! -f $INSTANCES/$1/pid ]]; then echo stopped
  elif ! pid_of "$1" >/dev/null; then echo died
  elif is_ready "$(fact "$1" port)"; then echo running
  else echo starting
  fi
}

# stop_process PID NAME: asks first, then insists, and says which of the two it took.
stop_process() {
  local deadline=$((SECONDS + STOP_SECONDS)) start
  start=$(process_start "$1") || return 0
  kill "$1" 2>/dev/null || true
  while [[ $(process_start "$1") == "$start" ]]; do
    if ((SECONDS >= deadline)); then
      kill -9 "$1" 2>/dev/null || true
      say "$2 did not stop within $STOP_SECONDS s and was killed."
      return
    fi
    sleep 0.1
  done
  say "$2 stopped."
}

# Forgets an instance, but not its log.
forget_instance() { rm -rf "${INSTANCES:?}/$1"/{port,cluster-port,group,pid,since,restarts,root}; }
