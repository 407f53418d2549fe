#!/usr/bin/env bash
# Runs the program behind nginx with the very configuration of docs/operations.md, on loopback ports, and checks what a reader would notice.
# Wants nginx (installed where apt-get can), openssl, curl, and a build of the program. Prints « ok » at the end.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-$(find .artifacts/bin/NewsReader.Web -name NewsReader.Web.dll -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2)}
[ -f "$program" ] || { echo "build the program first, or name NewsReader.Web.dll"; exit 2; }
command -v nginx > /dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light > /dev/null; }

work=$(mktemp -d)
pids=()
cleanup() {
  [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2> /dev/null || true
  wait 2> /dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

fail() { echo "FAILED: $1"; shift; printf '%s\n' "$@" | head -40; exit 1; }
check() { if grep -qiE "$2" <<< "$3"; then echo "  $1"; else fail "$1" "wanted: $2" "got:" "$3"; fi; }
never() { if grep -qiE "$2" <<< "$3"; then fail "$1" "unwanted: $2" "got:" "$3"; else echo "  $1"; fi; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
plain=$(free_port) secure=$(free_port) inner=$(free_port)

# The configuration as documented; only addresses of this machine take the place of the real ones.
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=journal.example.org -addext subjectAltName=DNS:journal.example.org \
  -keyout "$work/privkey.pem" -out "$work/fullchain.pem" 2> /dev/null
{
  [ "$(id -u)" -ne 0 ] || echo "user root;"
  echo "pid $work/nginx.pid; error_log $work/error.log; daemon off; worker_processes 1;"
  echo "events {} http { access_log off; client_body_temp_path $work/body; proxy_temp_path $work/proxy; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;"
  awk '/^```nginx$/ { inside = 1; next } /^```$/ { inside = 0 } inside' docs/operations.md | sed \
    -e "s#/etc/letsencrypt/live/journal.example.org#$work#" \
    -e "s#listen 80;#listen 127.0.0.1:$plain;#" -e "s#listen 443 #listen 127.0.0.1:$secure #" -e '/listen \[::\]/d' \
    -e "s#127.0.0.1:5080#127.0.0.1:$inner#"
  echo "}"
} > "$work/nginx.conf"
grep -q "proxy_pass http://127.0.0.1:$inner" "$work/nginx.conf" || fail "docs/operations.md has no configuration for nginx"
nginx -t -q -c "$work/nginx.conf"

Sources__Starter=none Site__Address=https://journal.example.org dotnet "$program" serve --data "$work/data" --urls "http://127.0.0.1:$inner" > "$work/program.log" 2>&1 &
pids+=($!)
nginx -c "$work/nginx.conf" &
pids+=($!)

ask() { curl -sS --max-time 20 --cacert "$work/fullchain.pem" --resolve "journal.example.org:$secure:127.0.0.1" --resolve "journal.example.org:$plain:127.0.0.1" "$@"; }
site="https://journal.example.org:$secure"
for _ in $(seq 150); do ask -o /dev/null -f "$site/health/ready" 2> /dev/null && break; sleep 0.2; done

front=$(ask -i "$site/")
check 'the front page answers by https' '^HTTP/[0-9.]+ 200' "$front"
check 'browsers are told to come by https' '^strict-transport-security: max-age=' "$front"
check 'the policy comes through' "^content-security-policy: default-src 'none'" "$front"
check 'absolute addresses are the ones of Site:Address' '<link rel="canonical" href="https://journal.example.org/">' "$front"
check 'plain http leads to https' '^location: https://journal.example.org/jours' "$(ask -i "http://journal.example.org:$plain/jours")"

door=$(ask -i "$site/admin/bienvenue")
check 'the form cookie is bound to host and https' '^set-cookie: __Host-jeton=.*; secure' "$door"
never 'no cookie goes without' '^set-cookie: (jeton|newsreader|apparence)' "$door"
never 'nobody is warned of an open connection' 'pas chiffrée' "$door"

away=$(ask -i -H 'X-Forwarded-Host: mechant.example' "$site/admin/journal")
check 'a redirect stays on this site' '^location: /admin/connexion' "$away"
never 'a forged host goes nowhere' 'mechant' "$away"
check 'and arrives by https at the same host' "^$site/admin/" "$(ask -L -o /dev/null -w '%{url_effective}' "$site/admin")"

check 'pages come compressed' '^content-encoding: gzip' "$(ask -i -H 'Accept-Encoding: gzip' -o - "$site/a-propos" | tr -d '\0' | head -30)"
never 'no websocket is opened' '^HTTP/[0-9.]+ 101' "$(ask -i --http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==' "$site/")"

# Each visitor has a limit of his own: the address that nginx saw is what counts, not the one that a reader claims.
codes=$(for i in $(seq 11); do
  page=$(ask -c "$work/jar" -b "$work/jar" "$site/admin/bienvenue")
  token=$(grep -o 'name="jeton" type="hidden" value="[^"]*"' <<< "$page" | head -1 | sed 's/.*value="//; s/"$//')
  ask -c "$work/jar" -b "$work/jar" -o /dev/null -w '%{http_code} ' -H "X-Forwarded-For: 198.51.100.$i" --data-urlencode "jeton=$token" -d 'code=AAAA&nom=x&motDePasse=xxxxxxxxxx' "$site/admin/bienvenue"
done)
check 'ten wrong codes, and the eleventh waits, whatever address is claimed' '^(200 ){10}429' "$codes"
check 'too large a form is refused in words' 'Envoi trop grand' "$(head -c 400000 /dev/zero | ask --data-binary @- "$site/apparence")"
echo ok
