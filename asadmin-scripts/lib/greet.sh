# What stands on the screen when the portal is up.

greet() {
  say "The portal is ready at $(scheme)://$(address_of "$PORTAL_INTERFACE"):$PORTAL_PORT$(crowd)"
  if [[ -f $PORTAL_HOME/demo-logins.json ]]; then
    demo_logins
  fi
  if [[ -f $PORTAL_HOME/initial-admin-password ]]; then
    say "First login: admin, password $(cat "$PORTAL_HOME/initial-admin-password"). It is shown only this once; change it after logging in."
    rm -f "$PORTAL_HOME/initial-admin-password"
  fi
}

scheme() { if [[ -n ${PORTAL_TLS_CERT:-} ]]; then echo https; else echo http; fi; }

# How many instances are behind the address, where there are several.
crowd() {
  local count
  count=$(instance_names | wc -l)
  ((count == 1)) || echo ", with $count instances"
}

demo_logins() {
  local login
  printf '  %-20s %-20s %s\n' "demo login" password role
  tr '{' '\n' <"$PORTAL_HOME/demo-logins.json" | grep '"username"' | while read -r login; do
    printf '  %-20s %-20s %s\n' "$(text_of username "$login")" "$(text_of password "$login")" "$(text_of role "$login")"
  done
}

# text_of FIELD JSON: a text without escapes out of one flat object.
text_of() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" <<<"$2"; }
