# The protocol fixture: its WAR, its options, and the proxy before its instances.

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

# start_proxy PORT INSTANCE_PORT...: nginx in the background that spreads plainly, round robin; sets PROXY to its pid.
start_proxy() {
  local dir=$PORTAL_HOME/nginx
  PATH=$PATH:/usr/sbin command -v nginx >/dev/null || fail "nginx is missing: it is the proxy before the instances."
  mkdir -p "$dir"
  proxy_configuration "$dir" "$@" >"$dir/nginx.conf"
  PATH=$PATH:/usr/sbin nginx -e "$dir/error.log" -p "$dir" -c "$dir/nginx.conf" &
  PROXY=$!
}

# Answers pass through as they come, and a poll may wait as long as it likes. A connection kept for later is let go before
# Payara does it (30 s), whose end might cross a request.
proxy_configuration() {
  local dir=$1 port=$2 user='' each
  shift 2
  # Workers of root's would change to a user who may not look into a directory of root's.
  [[ $EUID != 0 ]] || user="user $(id -un) $(id -gn);"
  cat <<NGINX
daemon off;
$user
pid $dir/pid;
error_log $dir/error.log warn;
events { worker_connections 8192; }
http {
$(for each in client_body proxy fastcgi uwsgi scgi; do echo "  ${each}_temp_path $dir/$each;"; done)
  access_log off;
  client_max_body_size 0;
  map \$http_upgrade \$connection_header { default upgrade; "" ""; }
  upstream fixture {
$(printf '    server 127.0.0.1:%s max_fails=0;\n' "$@")
    keepalive 64;
    keepalive_timeout 20s;
  }
  server {
    listen 127.0.0.1:$port;
    location / {
      proxy_pass http://fixture;
      proxy_http_version 1.1;
      proxy_buffering off;
      proxy_connect_timeout 5s;
      proxy_send_timeout 1h;
      proxy_read_timeout 1h;
      proxy_set_header Host \$http_host;
      proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto \$scheme;
      proxy_set_header X-Forwarded-Host \$http_host;
      proxy_set_header Upgrade \$http_upgrade;
      proxy_set_header Connection \$connection_header;
    }
  }
}
NGINX
}
