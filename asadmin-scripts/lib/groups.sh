# Which instances are asked for: "N", or "--api A --realtime R".

# parse_groups VERB WORD...: sets WANTED to "GROUP COUNT" lines, empty when nothing was asked for.
parse_groups() {
  local verb=$1
  shift
  WANTED=()
  while (($#)); do
    case $1 in
      --api | --realtime)
        (($# >= 2)) || fail "$1 needs a number of instances."
        WANTED+=("${1#--} $(count_of "$2")")
        shift
        ;;
      [0-9]*) WANTED+=("portal $(count_of "$1")") ;;
      *) unknown_option "$verb" "$1" ;;
    esac
    shift
  done
  check_groups
}

count_of() {
  [[ $1 =~ ^[1-9][0-9]?$ ]] || fail "A number of instances is from 1 to 99, not '$1'."
  echo "$1"
}

check_groups() {
  local groups
  groups=$(printf '%s\n' "${WANTED[@]}" | cut -d ' ' -f 1 | sort | tr '\n' ' ')
  case $groups in
    ' ' | 'portal ' | 'api realtime ') ;;
    *) fail "Either one number, or --api and --realtime, each with a number." ;;
  esac
}

# Whether the wanted set needs the proxy and the database server.
is_wanted_proxied() { [[ ${#WANTED[@]} -gt 1 || ${WANTED[0]#* } -gt 1 || -n ${PORTAL_TLS_CERT:-} ]]; }

# How many there will be, with those of other machines; those there are when nothing is asked for.
wanted_instances() {
  local group count=0 others=()
  for group in "${WANTED[@]}"; do count=$((count + ${group#* })); done
  ((count > 0)) || count=$(instance_names | wc -l)
  IFS=, read -r -a others <<<"${PORTAL_MEMBERS:-}"
  echo $((count + ${#others[@]}))
}

# How many of those asked for are to have sockets.
wanted_for_sockets() {
  local group
  for group in "${WANTED[@]}"; do
    [[ $group == api\ * ]] || echo "${group#* }"
  done
}

# Between one group and two there is no way but down: the names tell what an instance serves.
check_same_groups() {
  local group
  for group in "${WANTED[@]}"; do
    [[ -n $(names_in "${group% *}") ]] || fail "The portal runs in other groups than '${group% *}'; use 'portal down' first."
  done
}
