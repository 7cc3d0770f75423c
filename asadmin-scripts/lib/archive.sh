# The class archive (AppCDS) of one Payara version and Java build. It holds classes of the platform only, since those of a WAR cannot be
# archived: a new WAR needs a new archive only when it uses other parts of the platform.

ARCHIVE_PID=$PORTAL_HOME/archive.pid

# Made after the first start and at the lowest priority, by a second portal that lives for some seconds: nobody waits for it.
make_archive_later() {
  archive_is_current && return
  (trap '' HUP; make_archive) >"$PORTAL_HOME/archive.log" 2>&1 </dev/null 8<&- 9>&- &
}

archive_is_current() {
  [[ -f $(archive) && -z $(find "$ROOT/pom.xml" "$ROOT/src/main/webapp/WEB-INF" "$CONFIG" -newer "$(archive)" -print -quit) ]]
}

make_archive() {
  local target home pid_file=$ARCHIVE_PID
  target=$(archive)
  exec 7>"$RUNTIME/archive.lock"
  flock -n 7 || return 0
  # Java writes no archive while it reads another; those who have the old one open keep it.
  rm -f "$target"
  renice -n 19 "$BASHPID"
  home=$(mktemp -d)
  # shellcheck disable=SC2064 # the directory of now
  trap "end_archive '$home' '$target.new' '$pid_file'" EXIT
  unset PORTAL_DEMO PORTAL_MEMBERS PORTAL_DB_USER PORTAL_DB_PASSWORD
  export PORTAL_HOME=$home PORTAL_DB_URL="jdbc:h2:mem:archive;DB_CLOSE_DELAY=-1" PORTAL_INTERFACE=127.0.0.1
  INSTANCES=$home/instances
  PORTAL_JAVA_OPTS="${PORTAL_JAVA_OPTS:-} -XX:ArchiveClassesAtExit=$target.new"
  register_instance archive "$(free_port $((20000 + RANDOM % 10000)))" archive
  start_instance archive
  cp "$INSTANCES/archive/pid" "$pid_file"
  until is_ready "$(fact archive port)"; do is_alive archive || return 1; sleep 0.5; done
  visit "$(fact archive port)"
  STOP_SECONDS=120 stop_process "$(pid_of archive)" archive
  [[ -f $target.new ]] && mv "$target.new" "$target"
}

# end_archive HOME FILE...: whatever went wrong, nothing stays behind.
end_archive() {
  local pid
  if pid=$(pid_in "$1/instances/archive/pid"); then kill -9 "$pid" || true; fi
  rm -rf "$@"
}

# The classes of the first requests belong into the archive, too.
visit() {
  local path
  for path in / /health /api/health /metrics "/socket.io/?EIO=4&transport=polling"; do
    http_get "$1" "$path" >/dev/null || true
  done
}

stop_archive() {
  local pid
  if pid=$(pid_in "$ARCHIVE_PID"); then kill -9 "$pid" || true; fi
  rm -f "$ARCHIVE_PID"
}
