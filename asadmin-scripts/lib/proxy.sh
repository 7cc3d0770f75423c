# nginx before several instances. $PROXY holds wanted (while the portal has a proxy), pid, nginx.conf and its logs.

# Of each worker, two per socket: one to the browser and one to the instance. Enough for 10,000 sockets in one worker alone.
PROXY_CONNECTIONS=32768
# Files that a worker has open beside its connections: logs, sockets that listen, pages on their way.
PROXY_FILES=512

# Where Debian puts it, which is not on every user's path.
PATH=$PATH:/usr/sbin

require_nginx() {
  command -v nginx >/dev/null || fail "nginx is missing: it is the proxy before the instances."
}

# nginx_options CONFIGURATION: sets NGINX_OPTIONS.
nginx_options() { NGINX_OPTIONS=(-e "$PROXY/error.log" -p "$PROXY" -c "$PROXY/$1"); }

# proxy_frame DIR: what every configuration begins with. Workers of root's would change to a user who may not look into a directory of root's.
proxy_frame() {
  cat <<NGINX
daemon off;
pid $1/nginx.pid;
error_log $1/error.log warn;
worker_processes $(nproc);
worker_rlimit_nofile $(proxy_files);
# After a change of instances, sockets of the others stay with the old workers, but not for ever.
worker_shutdown_timeout 1h;
$([[ $EUID != 0 ]] || echo "user $(id -un) $(id -gn);")
events { worker_connections $PROXY_CONNECTIONS; }
NGINX
}

# As many as the connections of a worker need, or as we are allowed.
proxy_files() {
  local wanted=$((PROXY_CONNECTIONS + PROXY_FILES))
  if (ulimit -n $wanted) 2>/dev/null; then echo $wanted; else ulimit -Hn; fi
}

# proxied_sockets: how many the workers hold; the kernel shares them out evenly (reuseport), but for a twentieth.
proxied_sockets() {
  local each=$((($(proxy_files) - PROXY_FILES) / 2))
  ((each <= PROXY_CONNECTIONS / 2)) || each=$((PROXY_CONNECTIONS / 2))
  echo $((each * $(nproc) * 95 / 100))
}

# portal_configuration: for the instances in service now.
portal_configuration() {
  local names api realtime
  mapfile -t names < <(names_in_service)
  mapfile -t api < <(serving api "${names[@]}")
  mapfile -t realtime < <(serving realtime "${names[@]}")
  proxy_frame "$PROXY"
  cat <<NGINX
http {
  include $CONFIG/nginx/http.conf;
  # What a browser says of its own address ends here.
  map "" \$forwarded_for { default \$remote_addr; }
  # A session id begins with the tag of its owner. Without one, or with one of the past, any instance answers.
  map \$arg_sid \$owner {
    default realtime;
$(for name in "${realtime[@]}"; do owner_line "$name"; done)
  }
$(upstream api '' "${api[@]}")
$(upstream realtime least_conn "${realtime[@]}")
$(for name in "${realtime[@]}"; do upstream "$name" "$name" "${realtime[@]}"; done)
  server {
    listen $PORTAL_INTERFACE:$PORTAL_PORT reuseport$(tls_listen);
$(tls_files)
    location / { $(pass_to api "${#api[@]}") }
    location /socket.io/ { $(pass_to realtime "${#realtime[@]}") }
    location = /socket.io { $(pass_to realtime "${#realtime[@]}") }
  }
}
NGINX
}

# Those that answer; when none does, all of them, since that is no reason to send nobody anywhere.
names_in_service() {
  local name answering=() avoided=()
  for name in $(instance_names); do
    if [[ ! -f $INSTANCES/$name/tag ]] || ! is_alive "$name"; then continue; fi
    if [[ -f $INSTANCES/$name/avoided ]]; then avoided+=("$name"); else answering+=("$name"); fi
  done
  ((${#answering[@]})) || answering=("${avoided[@]}")
  for name in "${answering[@]}"; do echo "$name"; done
}

# serving KIND NAME...: those of the groups that serve it.
serving() {
  local kind=$1 name group
  shift
  for name in "$@"; do
    group=$(fact "$name" group)
    [[ $group != "$kind" && $group != portal ]] || echo "$name"
  done
}

owner_line() {
  local tag
  tag=$(fact "$1" tag)
  [[ -z $tag ]] || printf '    "~^%s" %s;\n' "$tag" "$1"
}

# upstream NAME OWNER|METHOD NAME...: with an owner, the others only stand by. A single failure is no reason to avoid an instance: one that
# is gone refuses at once, and an avoided one would be missing when all are in trouble. Clients that poll let go of their connections all at once,
# with every broadcast, and want them again a moment later.
upstream() {
  local name=$1 how=$2 each role
  shift 2
  (($#)) || return 0
  printf '  upstream %s {\n    zone %s 64k;\n' "$name" "$name"
  [[ $how != least_conn ]] || printf '    least_conn;\n'
  for each in "$@"; do
    role=
    [[ $how != "$name" || $each == "$name" ]] || role=' backup'
    printf '    server 127.0.0.1:%s max_fails=3 fail_timeout=2s%s;\n' "$(fact "$each" port)" "$role"
  done
  printf '    keepalive 1024;\n    keepalive_timeout 20s;\n  }\n'
}

# pass_to KIND INSTANCES: what a GET may try elsewhere; nginx never repeats a POST that an instance may have seen. A 503 comes from one that
# is not ready, or leaves.
pass_to() {
  if (($2 == 0)); then
    echo "add_header Retry-After 2 always; return 503;"
  elif [[ $1 == api ]]; then
    echo "proxy_pass http://api; proxy_read_timeout 120s; client_max_body_size 16m; proxy_next_upstream error timeout http_502 http_503; proxy_next_upstream_tries 3;"
  else
    # Above any ping interval and time-out one would choose; the portal itself says how much one may send.
    echo "proxy_pass http://\$owner; proxy_read_timeout 300s; proxy_send_timeout 300s; client_max_body_size 0; proxy_buffering off; proxy_next_upstream error timeout http_502 http_503; proxy_next_upstream_tries 3;"
  fi
}

tls_listen() { [[ -z ${PORTAL_TLS_CERT:-} ]] || echo ' ssl http2'; }

# The times of the files are in the comment so that a renewed certificate is a change.
tls_files() {
  [[ -n ${PORTAL_TLS_CERT:-} ]] || return 0
  cat <<NGINX
    # $(stat -c %Y "$PORTAL_TLS_CERT" "$PORTAL_TLS_KEY" | tr '\n' ' ')
    ssl_certificate $PORTAL_TLS_CERT;
    ssl_certificate_key $PORTAL_TLS_KEY;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:tls:10m;
NGINX
}

# Brings the proxy in line with the instances in service. A configuration is tested first, and taken over without losing a connection.
sync_proxy() {
  local pid
  is_proxied || return 0
  mkdir -p "$PROXY"
  portal_configuration >"$PROXY/nginx.conf.new"
  if pid=$(pid_in "$PROXY/pid"); then
    ! cmp -s "$PROXY/nginx.conf.new" "$PROXY/nginx.conf" || return 0
  fi
  nginx_options nginx.conf.new
  nginx "${NGINX_OPTIONS[@]}" -q -t 2>"$PROXY/test.log" || fail "nginx refuses its new configuration and keeps the old one: $(head -n 1 "$PROXY/test.log")"
  mv "$PROXY/nginx.conf.new" "$PROXY/nginx.conf"
  if [[ -n ${pid:-} ]]; then reload_proxy "$pid"; else start_proxy; fi
}

start_proxy() {
  dismiss_orphans
  launch_proxy >"$PROXY/log" 2>&1 </dev/null &
  remember_process "$PROXY/pid" $!
  await_listening "$PROXY/pid" "$PORTAL_PORT" 10 || fail "The proxy did not start: $(tail -n 1 "$PROXY/error.log")"
}

launch_proxy() {
  unset "${!PORTAL_@}"
  let_go_of_locks
  ulimit -n "$(ulimit -Hn)"
  nginx_options nginx.conf
  exec setsid nginx "${NGINX_OPTIONS[@]}"
}

# reload_proxy PID: returns when the workers with the old configuration take no new connection.
reload_proxy() {
  local worker deadline=$((SECONDS + 10)) before
  before=$(workers_of "$1")
  kill -HUP "$1"
  for worker in $before; do
    until is_leaving "$worker"; do
      ((SECONDS < deadline)) || fail "nginx did not take over its new configuration; its log is $PROXY/error.log."
      sleep 0.05
    done
  done
}

workers_of() { cat "/proc/$1/task/$1/children"; }

# Gone, or only finishing what it has.
is_leaving() { ! { tr -d '\0' <"/proc/$1/cmdline"; } 2>/dev/null | grep -q 'worker process$'; }

stop_proxy() {
  local pid
  if pid=$(pid_in "$PROXY/pid"); then stop_process "$pid" "The proxy"; fi
  dismiss_orphans
  rm -f "$PROXY/pid" "$PROXY/wanted" "$PROXY/nginx.conf"
}

# Workers of a proxy that was killed hold its port: they let go of it, and finish what they have.
dismiss_orphans() {
  local leader stat
  read -r leader _ 2>/dev/null <"$PROXY/pid" || return 0
  for stat in /proc/[0-9]*/stat; do
    if grep -Eqs "^[0-9]+ \(nginx\) [A-Z] [0-9]+ $leader " "$stat"; then kill -QUIT "$(cut -d ' ' -f 1 "$stat")" || true; fi
  done
}
