# The protocol fixture: its WAR, and the proxy before its instances.

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
    # It is current, even where no class has changed.
    touch "$WAR"
  fi
  exec 8<&-
}

# start_spreading INSTANCE_PORT...: a proxy that spreads plainly, round robin.
start_spreading() {
  mkdir -p "$PROXY"
  spreading_configuration "$@" >"$PROXY/nginx.conf"
  start_proxy
}

# Answers pass through as they come, and a poll may wait as long as it likes. A connection kept for later is let go before
# Payara does it (30 s), whose end might cross a request.
spreading_configuration() {
  proxy_frame "$PROXY"
  cat <<NGINX
http {
  include $CONFIG/nginx/http.conf;
  map "" \$forwarded_for { default \$proxy_add_x_forwarded_for; }
  client_max_body_size 0;
  upstream fixture {
$(printf '    server 127.0.0.1:%s max_fails=0;\n' "$@")
    keepalive 1024;
    keepalive_timeout 20s;
  }
  server {
    listen 127.0.0.1:$PORTAL_PORT reuseport;
    location / {
      proxy_pass http://fixture;
      proxy_buffering off;
      proxy_send_timeout 1h;
      proxy_read_timeout 1h;
    }
  }
}
NGINX
}
