# Which Java runs the portal: JAVA_HOME, then java on the PATH. Sets JAVA, JAVA_MAJOR and JAVA_TAG (names this very build of Java).

find_java() {
  local facts version
  if [[ -n ${JAVA_HOME:-} ]]; then
    JAVA=$JAVA_HOME/bin/java
    [[ -x $JAVA ]] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it."
  else
    JAVA=$(command -v java) || fail "Java is missing: install a JDK 17 or newer, or set JAVA_HOME."
  fi
  facts=$("$JAVA" -XshowSettings:properties -version 2>&1) || fail "$JAVA does not start: $(head -n 1 <<<"$facts")"
  version=$(java_property java.specification.version "$facts")
  JAVA_MAJOR=${version#1.}
  [[ $JAVA_MAJOR =~ ^[0-9]+$ && $JAVA_MAJOR -ge 17 ]] || fail "Java ${version:-of unknown version} at $JAVA is too old: the portal needs JDK 17 or newer (JAVA_HOME, then the PATH)."
  JAVA_HOME=$(java_property java.home "$facts")
  JAVA_TAG=$(java_property java.vm.version "$facts" | tr -c 'A-Za-z0-9.+\n' -)
  export JAVA_HOME
}

java_property() { sed -n "s/^ *$1 = //p" <<<"$2" | head -n 1; }
