# The database server of several instances: H2, over the file that a single instance uses alone. Not needed where PORTAL_DB_URL names another.
# $DATABASE holds the file, port (while the server is wanted), pid, password (once several instances have used it) and the server's log.

# What an instance must know of the database, where PORTAL_DB_URL does not say it.
export_database() {
  [[ -z ${PORTAL_DB_URL:-} ]] || return 0
  if [[ -f $DATABASE/password ]]; then
    PORTAL_DB_PASSWORD=$(cat "$DATABASE/password")
    export PORTAL_DB_PASSWORD
  fi
  if [[ -f $DATABASE/port ]]; then
    PORTAL_DB_URL="jdbc:h2:tcp://127.0.0.1:$(cat "$DATABASE/port")/portal;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1"
    export PORTAL_DB_URL
  fi
}

# No instance may have the file open.
serve_database() {
  [[ -z ${PORTAL_DB_URL:-} ]] || return 0
  ! find_process "$DATABASE/pid" || return 0
  [[ -z ${PORTAL_DB_USER:-}${PORTAL_DB_PASSWORD:-} ]] || fail "PORTAL_DB_USER and PORTAL_DB_PASSWORD belong to PORTAL_DB_URL; without it several instances choose their own."
  mkdir -p "$DATABASE"
  unpack_library h2 "$DATABASE/h2.jar"
  protect_database
  [[ -f $DATABASE/port ]] || free_port 9092 >"$DATABASE/port"
  start_database
}

# unpack_library NAME FILE: of the WAR. Its H2 reads the files that the WAR has written.
unpack_library() {
  local name
  if [[ -x $JAVA_HOME/bin/jar ]]; then
    name=$("$JAVA_HOME/bin/jar" tf "$WAR" | grep -o "WEB-INF/lib/$1-[0-9].*\.jar") || fail "There is no $1 in $WAR."
    (cd "$DATABASE" && "$JAVA_HOME/bin/jar" xf "$WAR" "$name" && mv "$name" "$2" && rm -r WEB-INF)
  else
    unzip -p "$WAR" "WEB-INF/lib/$1-[0-9]*.jar" >"$2" || fail "Unpacking $1 from $WAR needs a JDK or unzip."
  fi
}

# Before it listens on a port, the user of the database gets a password; until then the file's owner was protection enough. A password that
# was chosen by an interrupted command may already hold.
protect_database() {
  local log=$DATABASE/log
  [[ ! -f $DATABASE/password ]] || return 0
  [[ -f $DATABASE/password.new ]] || head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$DATABASE/password.new"
  printf "alter user portal set password '%s';\n" "$(cat "$DATABASE/password.new")" >"$DATABASE/password.sql"
  "$JAVA" -cp "$DATABASE/h2.jar" org.h2.tools.RunScript -url "jdbc:h2:file:$DATABASE/portal" -user portal -script "$DATABASE/password.sql" >"$log" 2>&1 ||
    grep -q 28000 "$log" || fail "The database in $DATABASE cannot be opened: $(grep -v '^[[:space:]]' "$log" | head -n 1 | cut -c -300)"
  rm "$DATABASE/password.sql"
  mv "$DATABASE/password.new" "$DATABASE/password"
}

start_database() {
  local port
  port=$(cat "$DATABASE/port")
  launch_database "$port" >"$DATABASE/log" 2>&1 </dev/null &
  remember_process "$DATABASE/pid" $!
  await_listening "$DATABASE/pid" "$port" 30 || fail "The database server did not start; its log is $DATABASE/log."
}

# It only opens databases that exist, of this directory.
launch_database() {
  cd "$DATABASE" || exit
  unset "${!PORTAL_@}"
  let_go_of_locks
  exec setsid "$JAVA" -Xms16m -Xmx256m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Dh2.bindAddress=127.0.0.1 \
    -cp "$DATABASE/h2.jar" org.h2.tools.Server -tcp -tcpPort "$1" -baseDir "$DATABASE"
}

# stop_database: the file is in order afterwards, and a single instance may have it.
stop_database() {
  local pid
  if pid=$(pid_in "$DATABASE/pid"); then stop_process "$pid" "The database server"; fi
  rm -f "$DATABASE/pid" "$DATABASE/port"
}
