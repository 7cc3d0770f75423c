# Builds the WAR when it is missing or older than its sources, and keeps the one the portal runs from out of reach of "mvn clean".

SOURCES=("$ROOT/pom.xml" "$ROOT/src/main" "$ROOT/package.json" "$ROOT/package-lock.json" "$ROOT/vite.config.ts" "$ROOT/tsconfig.json")
BUILT=$ROOT/target/portal.war
# While it exists the WAR that runs was given to deploy, and does not follow this checkout.
DEPLOYED=$PORTAL_HOME/deployed

is_current() { [[ -f $1 && -z $(find "${SOURCES[@]}" -newer "$1" -print -quit 2>/dev/null) ]]; }

ensure_war() {
  [[ -z ${PORTAL_WAR:-} ]] || return 0
  if [[ -f $DEPLOYED && -f $WAR ]]; then
    say "The WAR is the one that was deployed; 'portal deploy' without a WAR returns to this checkout."
    return
  fi
  ensure_built
}

# The WAR of this checkout; two portals of one checkout build one after the other.
ensure_built() {
  exec 8<"$ROOT/pom.xml"
  flock 8
  if is_current "$BUILT" && [[ -f $ROOT/target/payara-micro.jar ]]; then
    cmp -s "$BUILT" "$WAR" || install_war "$BUILT"
  elif ! is_current "$WAR" || ! runtime_is_current; then
    build_war
    install_war "$BUILT"
  fi
  exec 8<&-
}

build_war() {
  local log=$PORTAL_HOME/build.log start=$SECONDS tool
  [[ -x $JAVA_HOME/bin/javac ]] || fail "$JAVA_HOME has no compiler: building the portal needs a JDK, not only a Java runtime."
  for tool in mvn node npm; do
    command -v "$tool" >/dev/null || fail "$tool is missing: building the portal needs Maven and Node.js with npm."
  done
  [[ $(node -p 'process.versions.node.split(".")[0]') -ge 20 ]] || fail "Node.js $(node -v) is too old: building the portal needs Node.js 20 or newer."
  say "Building the portal (output in $log) ..."
  if ! (umask 022 && cd "$ROOT" && mvn -B -q -DskipTests package) >"$log" 2>&1 </dev/null; then
    tail -n 25 "$log" >&2
    fail "The build failed; its whole output is in $log."
  fi
  say "Built in $((SECONDS - start)) s."
}

# install_war FILE: from now on instances start with it; those that run keep theirs.
install_war() {
  cp -p "$1" "$WAR.new"
  mv "$WAR.new" "$WAR"
}
