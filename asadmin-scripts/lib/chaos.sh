# What becomes of thousands of clients while the instances of a portal are killed, frozen, restarted, added and taken away.

# bench_chaos OPTION...: on a portal of its own, whose files stay when something was lost.
bench_chaos() {
  local code=0
  . "$SCRIPTS/lib/all.sh"
  ensure_built
  ensure_runtime
  # Made later, as usual, it would take its processor time from what is measured.
  archive_is_current || (WAR=$BUILT; make_archive >"$BENCH/archive.log" 2>&1 </dev/null) ||
    fail "The class archive cannot be made; see $BENCH/archive.log."
  work=$(mktemp -d)
  trap 'end_chaos 130' INT TERM HUP
  ulimit -n "$(ulimit -Hn)"
  cd "$ROOT"
  chaos_portal "$JAVA" -Xms512m -Xmx1g -XX:+UseSerialGC -cp "$BENCH/load:$(cat "$BENCH/load.classpath")" \
    id.aglis.portal.bench.chaos.ChaosBenchmark --home "$work" --port "$(free_port $((20000 + RANDOM % 9000)))" --out "$PORTAL_HOME/bench" "$@" &
  load=$!
  wait "$load" || code=$?
  end_chaos "$code"
}

# chaos_portal COMMAND...: nothing of a portal that runs here gets into that one.
chaos_portal() {
  local runtime=$RUNTIME options=${PORTAL_JAVA_OPTS:-}
  unset "${!PORTAL_@}"
  PORTAL_RUNTIME=$runtime PORTAL_WAR=$BUILT PORTAL_JAVA_OPTS=$options exec "$@"
}

end_chaos() {
  trap '' INT TERM HUP
  kill "$load" 2>/dev/null || true
  wait "$load" || true
  chaos_portal env PORTAL_HOME="$work" "$SCRIPTS/portal" down >>"$work/verbs.log" 2>&1 || true
  if (($1 == 3)); then say "Something was lost, or failed; the logs are in $work."; else rm -rf "$work"; fi
  exit "$1"
}
