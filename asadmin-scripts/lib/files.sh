# Whether the machine lets its processes open as many files as sockets need.

# What the portal is to hold at least, and the files of an instance that are no sockets of browsers.
BROWSERS=10000
INSTANCE_FILES=1500

# check_files: says how many sockets the limit of open files leaves the wanted instances, if those are too few.
check_files() {
  local limit sockets who instances
  instances=$(wanted_for_sockets)
  limit=$(ulimit -Hn)
  [[ $limit != unlimited ]] || return 0
  sockets=$((instances * (limit - INSTANCE_FILES))) who="the instances"
  if is_wanted_proxied && (($(proxied_sockets) < sockets)); then
    sockets=$(proxied_sockets) who="the proxy, which needs two files for each,"
  fi
  ((sockets > 0)) || sockets=0
  ((sockets >= BROWSERS)) ||
    say "With at most $limit open files per process (ulimit -Hn) $who can hold about $sockets sockets, not $BROWSERS; raise the limit for more (LimitNOFILE, limits.conf, --ulimit nofile)."
}
