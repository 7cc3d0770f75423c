# How many connections each instance may open, so that all together never ask the database for more than it allows. $DATABASE/connections
# holds how many the portal may have, since it was last asked.

# What the WAR itself says (web.xml), and what one instance gets at most.
WAR_POOL=20
POOL=${PORTAL_DB_POOL:-$WAR_POOL}
# A request may need two at once: with fewer than these, those that wait for a second one would soon wait for each other.
LEAST_POOL=4
# Beside its pool an instance that starts has these for a moment, to bring the schema up to date.
START_CONNECTIONS=2
# Nobody uses them but who looks after the database while the portal is busy.
SPARE_CONNECTIONS=5
# Of our own H2 server, which sets no limit itself: a thread each.
H2_CONNECTIONS=500

check_pool_settings() {
  [[ $POOL =~ ^[1-9][0-9]*$ && $POOL -ge $LEAST_POOL ]] || fail "PORTAL_DB_POOL must be a number from $LEAST_POOL on, not '$POOL'."
  [[ ${PORTAL_DB_CONNECTIONS:-1} =~ ^[1-9][0-9]*$ ]] || fail "PORTAL_DB_CONNECTIONS must be a number, not '$PORTAL_DB_CONNECTIONS'."
}

# limit_connections INSTANCES: asks the database, and fails when it allows too few for so many.
limit_connections() {
  local allowed needed
  mkdir -p "$DATABASE"
  if [[ -n ${PORTAL_DB_CONNECTIONS:-} ]]; then allowed=$PORTAL_DB_CONNECTIONS
  elif [[ ${PORTAL_DB_URL:-} == jdbc:postgresql:* ]]; then allowed=$(ask_postgres)
  else allowed=$H2_CONNECTIONS
  fi
  needed=$(($1 * (LEAST_POOL + START_CONNECTIONS) + SPARE_CONNECTIONS))
  ((allowed >= needed)) ||
    fail "The database allows $allowed connections, and $1 instances need $needed: raise its limit (PORTAL_DB_CONNECTIONS, or max_connections of PostgreSQL), or have fewer instances."
  echo "$allowed" >"$DATABASE/connections"
}

# What is left for users without special rights; the question is put by the one JDBC client there is, which takes the password from its
# input.
ask_postgres() {
  local answer
  unpack_library postgresql "$DATABASE/postgresql.jar"
  unpack_library h2 "$DATABASE/h2.jar"
  answer=$(printf '%s\n' "$PORTAL_DB_URL" org.postgresql.Driver "${PORTAL_DB_USER:-portal}" "${PORTAL_DB_PASSWORD:-}" "$POSTGRES_QUESTION;" quit |
    (unset "${!PORTAL_@}"; "$JAVA" -XX:TieredStopAtLevel=1 -cp "$DATABASE/h2.jar:$DATABASE/postgresql.jar" org.h2.tools.Shell) 2>&1) || true
  grep -ao 'allowed=[0-9]*' <<<"$answer" | cut -d = -f 2 || fail "The database at $PORTAL_DB_URL cannot be asked: $(grep -a -m 1 -i -E 'exception|error|fatal' <<<"$answer" | cut -c -300)"
}

POSTGRES_QUESTION="select 'allowed=' || least(current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int\
 - coalesce(current_setting('reserved_connections', true), '0')::int, (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user),\
 (select nullif(datconnlimit, -1) from pg_database where datname = current_database()))"

# pool_size: of an instance that starts now: its fair share, or as much as those have left that run since they were fewer.
pool_size() {
  local fair left
  fair=$(fair_share)
  left=$(left_share "$fair")
  echo $((left < fair ? left : fair))
}

# What each could have if all started now, here and on other machines.
fair_share() {
  local share
  share=$(($(usable_connections) / $(cluster_members | tr , '\n' | wc -l) - START_CONNECTIONS))
  echo $((share < POOL ? share : POOL))
}

# left_share FAIR: what each of those that do not run can have beside those that do; with ALONE, if it were the only one.
left_share() {
  local left name idle=0 others=()
  IFS=, read -r -a others <<<"${PORTAL_MEMBERS:-}"
  left=$(($(usable_connections) - ${#others[@]} * ($1 + START_CONNECTIONS)))
  for name in $(instance_names); do
    if is_alive "$name"; then left=$((left - $(fact "$name" pool || echo "$1") - START_CONNECTIONS)); else idle=$((idle + 1)); fi
  done
  if ((idle == 0)) || [[ -n ${ALONE:-} ]]; then idle=1; fi
  echo $((left / idle - START_CONNECTIONS))
}

usable_connections() { echo $(($(cat "$DATABASE/connections" 2>/dev/null || echo "$H2_CONNECTIONS") - SPARE_CONNECTIONS)); }

# Where those that run have left too little, those with more than their fair share start again with it, one after the other.
narrow_pools() {
  local name fair
  fair=$(fair_share)
  for name in $(instance_names); do
    if (($(left_share "$fair") < LEAST_POOL)) && is_alive "$name" && (($(fact "$name" pool || echo "$fair") > fair)); then
      say "$name starts again with $fair connections to the database, so that there are enough for all."
      ALONE=yes start_again "$name"
    fi
  done
}

# war_with_pool CONNECTIONS: the WAR, or a copy of it for this size of the pool. It has the name of the WAR, by which the instances of a
# cluster know the application.
war_with_pool() {
  local dir=$PORTAL_HOME/pools/$1 copy
  copy=$dir/$(basename "$WAR")
  if (($1 == WAR_POOL)); then
    copy=$WAR
  elif [[ ! $copy -nt $WAR ]]; then
    rm -rf "$dir"
    mkdir -p "$dir/new"
    cp "$WAR" "$dir/new/"
    (cd "$dir/new" && "$JAVA_HOME/bin/jar" xf "$WAR" WEB-INF/web.xml && sed -i "s:<max-pool-size>[0-9]*<:<max-pool-size>$1<:" WEB-INF/web.xml &&
      "$JAVA_HOME/bin/jar" uf "$(basename "$WAR")" WEB-INF/web.xml) || fail "A pool of $1 connections cannot be set in $WAR; this needs a JDK."
    mv "$dir/new/$(basename "$WAR")" "$copy"
    rm -r "$dir/new"
  fi
  echo "$copy"
}
