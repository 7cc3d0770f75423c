# Every part that the verbs need which change what runs.
for part in settings net java build payara instances database connections start proxy files groups fleet archive watchdog; do
  # shellcheck source=/dev/null
  . "$SCRIPTS/lib/$part.sh"
done
