# Ports and HTTP with nothing but bash.

# Behind the proxy an instance is nobody else's to reach.
instance_interface() { if is_proxied; then echo 127.0.0.1; else echo "$PORTAL_INTERFACE"; fi; }

# address_of INTERFACE: how this machine reaches what listens there.
address_of() { if [[ $1 == 0.0.0.0 ]]; then echo 127.0.0.1; else echo "$1"; fi; }

port_taken() { { : <>"/dev/tcp/$(address_of "$PORTAL_INTERFACE")/$1"; } 2>/dev/null || { : <>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; }

# free_port FIRST: the first port from FIRST on that nobody listens on and no part of this portal is promised.
free_port() {
  local port
  for ((port = $1; port < $1 + 1000 && port <= 65535; port++)); do
    [[ $port != "$PORTAL_PORT" ]] || continue
    grep -qx "$port" "$INSTANCES"/*/{port,cluster-port} "$DATABASE/port" 2>/dev/null || port_taken "$port" || { echo "$port"; return; }
  done
  fail "There is no free port from $1 on."
}

# await_listening FILE PORT SECONDS: until somebody listens on the port; fails when the process remembered in the file has ended, or time is up.
await_listening() {
  local deadline=$((SECONDS + $3))
  until port_taken "$2"; do
    find_process "$1" && ((SECONDS < deadline)) || return 1
    sleep 0.05
  done
}

# http_get PORT PATH: the whole answer, or nothing within five seconds.
http_get() { http_send "$1" "GET $2" ''; }

# http_send PORT "METHOD PATH" BODY: to an instance.
http_send() {
  local host
  host=$(address_of "$(instance_interface)")
  {
    printf '%s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: %s\r\n\r\n%s' "$2" "$host" "$1" "${#3}" "$3" >&3
    timeout 5 cat <&3
  } 3<>"/dev/tcp/$host/$1" 2>/dev/null
}

is_ready() { ask "$1" /health/ready 5; }

# Whether it answers at all within so many seconds, whatever it says.
answers() { ask "$1" /health/live "$2" || (($? == 2)); }

# ask PORT PATH SECONDS: fails with 2 when an instance answers anything but 200, and with 1 when there is no answer in time. Starts no
# program, since many are asked often.
ask() (
  { printf 'GET %s HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n' "$2" >&3 && read -r -t "$3" line <&3; } 2>/dev/null \
    3<>"/dev/tcp/$(address_of "$(instance_interface)")/$1" || exit 1
  [[ $line == "HTTP/1.1 200"* ]] || exit 2
)
