# What a person reads: one plain sentence at a time.

say() { printf '%s\n' "$*"; }

fail() {
  printf 'portal: %s\n' "$*" >&2
  exit 1
}

# Prints the usage line of the verb that runs, which is its first comment.
usage() { sed -n '2s/^# *//p' "$SCRIPTS/verbs/$1"; }

unknown_option() { fail "'$2' is not an option of '$1'. Usage: $(usage "$1")"; }
