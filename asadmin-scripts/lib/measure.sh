# Figures of a running instance, out of /proc.

declare -A TICKS
SAMPLE_MILLIS=250

# shellcheck disable=SC2086 # one word per field
ticks_of() { local stat; stat=$(cat "/proc/$1/stat" 2>/dev/null) && set -- ${stat##*) } && echo $((${12} + ${13})); }

# sample_cpu NAME...: what they have used of the processor so far, and a moment for measure to see the difference.
sample_cpu() {
  local name pid
  for name in "$@"; do
    if pid=$(pid_of "$name"); then TICKS[$name]=$(ticks_of "$pid" || echo 0); fi
  done
  (($#)) && sleep "0.$SAMPLE_MILLIS"
  return 0
}

# measure NAME: sets pid, port, group, status, uptime, restarts, cpu, rss, pss and sockets.
measure() {
  port=$(fact "$1" port) group=$(fact "$1" group) status=$(status_of "$1")
  restarts=$(fact "$1" restarts || echo 0)
  uptime=0 cpu=0.0 rss=0 pss=0 sockets=0
  pid=$(pid_of "$1") || { pid=; return 0; }
  uptime=$(($(date +%s) - $(fact "$1" since)))
  cpu=$(awk -v ticks=$(($(ticks_of "$pid" || echo 0) - ${TICKS[$1]:-0})) -v hz="$(getconf CLK_TCK)" -v ms=$SAMPLE_MILLIS 'BEGIN { printf "%.1f", ticks / hz * 100000 / ms }')
  rss=$(bytes_in VmRSS "/proc/$pid/status") pss=$(bytes_in Pss "/proc/$pid/smaps_rollup")
  sockets=$(open_sockets "$port")
}

# bytes_in FIELD FILE: a field given in kB; 0 when the process has just ended.
bytes_in() { awk -v field="$1:" '$1 == field { bytes = $2 * 1024 } END { printf "%.0f", bytes }' "$2" 2>/dev/null || echo 0; }

# Connected Socket.IO clients as the portal counts them; 0 while it does not say.
open_sockets() {
  local count
  count=$(http_get "$1" /api/health 2>/dev/null | grep -o '"sockets" *: *[0-9]*' | grep -o '[0-9]*$' | head -n 1) || true
  echo "${count:-0}"
}
