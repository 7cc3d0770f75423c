# The protocol fixture: its WAR, its options, and the proxy before several instances of it.

FIXTURE_SOURCES=("$ROOT/pom.xml" "$ROOT"/src/main/java/id/aglis/portal/{cluster,engineio,socketio} "$ROOT/src/test/java/id/aglis/portal/protocol/fixture")

fixture_is_current() { [[ -f $WAR && -z $(find "${FIXTURE_SOURCES[@]}" -newer "$WAR" -print -quit) ]]; }

# Nothing but what the fixture needs is built: two compilations and a jar.
ensure_fixture() {
  local log=$PORTAL_HOME/build.log
  exec 8<"$ROOT/pom.xml"
  flock 8
  if ! fixture_is_current || [[ ! -f $ROOT/target/payara-micro.jar ]]; then
    (cd "$ROOT" && mvn -B -q test-compile antrun:run@conformance-war dependency:copy@payara-micro) >"$log" 2>&1 </dev/null || {
      tail -n 25 "$log" >&2
      fail "The protocol fixture cannot be built."
    }
  fi
  exec 8<&-
}

# start_proxy PORT INSTANCE_PORT...: nginx in the background that spreads plainly, round robin; sets PROXY to its pid.
start_proxy() {
  local port=$1 dir=$PORTAL_HOME/nginx each
  shift
  command -v nginx >/dev/null || fail "nginx is missing: it stands before several instances."
  mkdir -p "$dir"
  {
    printf 'daemon off;\npid %s/pid;\nerror_log %s/error.log warn;\nevents { worker_connections 8192; }\nhttp {\n' "$dir" "$dir"
    for each in client_body proxy fastcgi uwsgi scgi; do printf '  %s_temp_path %s/%s;\n' "$each" "$dir" "$each"; done
    printf '  access_log off;\n  client_max_body_size 0;\n  map $http_upgrade $connection_header { default upgrade; "" ""; }\n  upstream fixture {\n'
    printf '    server 127.0.0.1:%s max_fails=0;\n' "$@"
    printf '    keepalive 64;\n  }\n  server {\n    listen 127.0.0.1:%s;\n    location / {\n      proxy_pass http://fixture;\n' "$port"
    printf '      proxy_http_version 1.1;\n      proxy_buffering off;\n      proxy_read_timeout 1h;\n      proxy_set_header Host $http_host;\n'
    printf '      proxy_set_header Upgrade $http_upgrade;\n      proxy_set_header Connection $connection_header;\n    }\n  }\n}\n'
  } >"$dir/nginx.conf"
  nginx -e "$dir/error.log" -p "$dir" -c "$dir/nginx.conf" &
  PROXY=$!
}
