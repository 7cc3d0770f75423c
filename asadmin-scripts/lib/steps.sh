# Named steps of a test run: each with its own log, its time and, where the tool tells, the number of its tests.

LOGS=$ROOT/target/test-logs
PASSED=0
FAILED=0

# step NAME COMMAND...: goes on after a failure, so that one run shows all of them.
step() {
  local name=$1 log=$LOGS/${1// /-}.log start=$SECONDS status=0 passed failed
  shift
  printf '%-24s' "$name"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  read -r passed failed < <(count_tests "$log")
  ((passed + failed > 0)) || passed=$((status == 0))
  ((status == 0 || failed > 0)) || failed=1
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  printf '%5d passed %4d failed %5d s\n' "$passed" "$failed" $((SECONDS - start))
  ((failed == 0)) || show_failure "$name" "$log"
  return "$status"
}

# Last summary of each tool in a log: Maven's, that of node --test, of Vitest.
count_tests() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+ *$/ {
      gsub(/[^0-9 ]/, ""); maven_failed = $2 + $3; maven_passed = $1 - $2 - $3 - $4 }
    /^(#|ℹ) pass [0-9]+/ { node_passed += $3 }
    /^(#|ℹ) (fail|cancelled) [0-9]+/ { node_failed += $3 }
    /^ *Tests  / { for (i = 2; i <= NF; i++) { if ($i == "passed") vitest_passed = $(i - 1); if ($i == "failed") vitest_failed = $(i - 1) } }
    END { print maven_passed + node_passed + vitest_passed, maven_failed + node_failed + vitest_failed }'
}

show_failure() {
  printf -- '---- first failures in %s\n' "$2"
  first_failures "$2" | cut -c -300 | head -n 40
  printf -- '---- its end\n'
  grep -v '^[[:space:]]*at ' "$2" | cut -c -300 | tail -n 20
  printf -- '----\n'
}

# Names and messages, as each tool writes them: Maven, node --test, Vitest and Playwright. What failed first is often why the rest did;
# what was cancelled is not told.
first_failures() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^\[ERROR\]/ || /^ *(FAIL|×|[0-9]+\)) / { print }
    /^ *not ok / { told = ""; telling = 1 }
    telling && !/^ *(---|duration_ms:.*)$/ { told = told $0 "\n" }
    /^ *(code|stack):/ { if (telling && told !~ /cancelledByParent/) printf "%s", told; telling = 0 }'
}

# The last line is for machines, too.
summary() {
  say
  say "All steps took $((SECONDS / 60)) min $((SECONDS % 60)) s; their output is in $LOGS."
  say "$PASSED passed, $FAILED failed"
  ((FAILED == 0))
}
