# Payara Micro, unpacked once per version, and the class archive that halves its start time.

payara_version() { sed -n 's:.*<payara.version>\(.*\)</payara.version>.*:\1:p' "$ROOT/pom.xml"; }

runtime() { echo "$RUNTIME/$(payara_version)"; }

runtime_is_current() { [[ -f $(runtime)/launch-micro.jar ]]; }

# The launcher jar has a fixed class path, which the archive needs; the plain payara-micro.jar unpacks itself at every start.
ensure_runtime() {
  local new
  runtime_is_current && return
  mkdir -p "$RUNTIME"
  new=$(mktemp -d "$RUNTIME/unpacking.XXXX")
  "$JAVA" -jar "$ROOT/target/payara-micro.jar" --rootdir "$new" --outputlauncher >"$PORTAL_HOME/payara.log" 2>&1 ||
    fail "Payara Micro cannot be unpacked; see $PORTAL_HOME/payara.log."
  runtime_is_current || mv -T "$new" "$(runtime)"
  rm -rf "$new"
}

archive() { echo "$(runtime)/classes-$JAVA_TAG.jsa"; }

# Options the product ships; PORTAL_JAVA_OPTS comes last and wins. Sets JAVA_OPTIONS.
# Compiled by C1 alone an instance is ready in two thirds of the time; C2 would compete with the start, and with every reconnect storm, for
# the same cores. What that costs under steady load says the README.
# A young generation that may grow does so with the old one, by 3 KB for every idle socket, and never shrinks.
# The old one may grow to 192 MB before it is collected for that: pages that nothing was written to cost no memory, but without this room
# a storm of connections meets twice as many full collections. Beyond it, 40 to 70 % of room, as usual, would cost as much as the data.
# An archive that is moved in memory, as it is by default, is changed page by page: no instance then shares it with the others.
java_options() {
  # shellcheck disable=SC2206,SC2207 # several options in one variable
  JAVA_OPTIONS=(
    -Xms224m -Xmx1g -Xmn32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=64m
    -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData -Xshare:auto -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
    -Dfile.encoding=UTF-8 -Duser.timezone=UTC -Djava.awt.headless=true -Djava.net.preferIPv4Stack=true
    $(opened_packages)
  )
  if ((JAVA_MAJOR >= 24)); then
    JAVA_OPTIONS+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  fi
  # shellcheck disable=SC2206
  JAVA_OPTIONS+=(${PORTAL_JAVA_OPTS:-})
}

# The launcher's manifest opens these only with "java -jar", which cannot keep roots apart.
opened_packages() { sed -n 's/^MICRO_OPENS="\(.*\)"$/\1/p' "$(runtime)/.env"; }
