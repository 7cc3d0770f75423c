# The instances as lines for a person.

ROW='%-12s %8s %6s %-10s %-9s %9s %9s %7s %8s %8s %8s\n'

# print_table NAME...: measures each; sums up in TOTAL_* what can be added.
print_table() {
  local name
  TOTAL_RESTARTS=0 TOTAL_CPU=0 TOTAL_RSS=0 TOTAL_PSS=0 TOTAL_SOCKETS=0
  # shellcheck disable=SC2059 # one format for head and rows
  printf "$ROW" name pid port group status uptime restarts cpu rss pss sockets
  for name in "$@"; do
    measure "$name"
    # shellcheck disable=SC2059,SC2154 # measure sets them
    printf "$ROW" "$name" "${pid:--}" "$port" "$group" "$status" "${uptime}s" "$restarts" "$cpu%" "$((rss >> 20))M" "$((pss >> 20))M" "$sockets"
    TOTAL_RESTARTS=$((TOTAL_RESTARTS + restarts)) TOTAL_CPU=$((TOTAL_CPU + ${cpu/./}))
    TOTAL_RSS=$((TOTAL_RSS + rss)) TOTAL_PSS=$((TOTAL_PSS + pss)) TOTAL_SOCKETS=$((TOTAL_SOCKETS + sockets))
  done
}

print_totals() {
  # shellcheck disable=SC2059
  printf "$ROW" total '' '' '' '' '' "$TOTAL_RESTARTS" "$((TOTAL_CPU / 10)).$((TOTAL_CPU % 10))%" "$((TOTAL_RSS >> 20))M" "$((TOTAL_PSS >> 20))M" "$TOTAL_SOCKETS"
}

# What stands around the instances.
print_surroundings() {
  local PID
  if find_process "$PROXY/pid"; then say "proxy on port $PORTAL_PORT, pid $PID"; fi
  if find_process "$DATABASE/pid"; then say "database server on port $(cat "$DATABASE/port"), pid $PID"; fi
  if find_process "$WATCHDOG/pid"; then say "watchdog, pid $PID"; fi
}
