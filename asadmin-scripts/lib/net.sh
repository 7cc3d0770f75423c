# Ports and HTTP with nothing but bash.

# The address at which this machine reaches its own instances.
local_address() {
  if [[ $PORTAL_INTERFACE == 0.0.0.0 ]]; then echo 127.0.0.1; else echo "$PORTAL_INTERFACE"; fi
}

port_taken() { { : <>"/dev/tcp/$(local_address)/$1"; } 2>/dev/null; }

# free_port FIRST: the first port from FIRST on that nobody listens on and no instance of this portal is promised.
free_port() {
  local port
  for ((port = $1; port < $1 + 1000 && port <= 65535; port++)); do
    grep -qx "$port" "$INSTANCES"/*/{port,cluster-port} 2>/dev/null || port_taken "$port" || { echo "$port"; return; }
  done
  fail "There is no free port from $1 on."
}

# http_get PORT PATH: the whole answer, or nothing within five seconds.
http_get() {
  local host
  host=$(local_address)
  {
    printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$2" "$host" "$1" >&3
    timeout 5 cat <&3
  } 3<>"/dev/tcp/$host/$1" 2>/dev/null
}

is_ready() { [[ $(http_get "$1" /health/ready 2>/dev/null | head -c 12 | tr -d '\0') == "HTTP/1.1 200" ]]; }
