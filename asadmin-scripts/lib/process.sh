# Processes that outlive the command which started them. A file remembers one as "PID START", with the kernel's time of its start, so that
# a number used again is not mistaken for ours.

# find_start PID: sets START, in clock ticks since boot; fails when there is no such process. Forks nothing, since it is asked all the time.
find_start() {
  local stat
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  # shellcheck disable=SC2086 # one word per field
  set -- ${stat##*) }
  [[ $1 != Z ]] && START=${20}
}

# find_process FILE: sets PID to the process remembered there, if it is alive and really ours.
find_process() {
  local pid start
  { read -r pid start <"$1"; } 2>/dev/null && find_start "$pid" && [[ $START == "$start" ]] && PID=$pid
}

# The same, printed.
pid_in() {
  local PID START
  find_process "$1" && echo "$PID"
}

remember_process() {
  local START=
  find_start "$2" || true
  echo "$2 $START" >"$1"
}

# What outlives a command does not keep its locks.
let_go_of_locks() { exec 7>&- 8>&- 9>&-; }

# stop_process PID NAME: asks first, then insists, and says which of the two it took.
stop_process() {
  local deadline=$((SECONDS + STOP_SECONDS)) START start
  find_start "$1" || { say "$2 stopped."; return; }
  start=$START
  kill "$1" 2>/dev/null || true
  while find_start "$1" && [[ $START == "$start" ]]; do
    if ((SECONDS >= deadline)); then
      kill -9 "$1" 2>/dev/null || true
      say "$2 did not stop within $STOP_SECONDS s and was killed."
      return
    fi
    sleep 0.1
  done
  say "$2 stopped."
}
