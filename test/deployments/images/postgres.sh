#!/bin/sh
# What the deployments use of the entrypoint of postgres:18: POSTGRES_PASSWORD, POSTGRES_DB, PGDATA, settings after the command "postgres",
# and a server that listens to all.
set -eu
[ "${1:-}" != postgres ] || shift
as_postgres() { setpriv --reuid postgres --regid postgres --clear-groups -- "$@"; }
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  chown postgres:postgres /var/lib/postgresql
  as_postgres mkdir -p "$PGDATA"
  password=$(as_postgres mktemp)
  printf '%s' "$POSTGRES_PASSWORD" > "$password"
  as_postgres /opt/postgres/bin/initdb --pgdata "$PGDATA" --username postgres --pwfile "$password" --auth-host scram-sha-256 --auth-local trust
  rm "$password"
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  echo "CREATE DATABASE \"$POSTGRES_DB\";" | as_postgres /opt/postgres/bin/postgres --single -D "$PGDATA" postgres
fi
install -d -o postgres -g postgres /var/run/postgresql
exec setpriv --reuid postgres --regid postgres --clear-groups -- /opt/postgres/bin/postgres -D "$PGDATA" -c 'listen_addresses=*' -c unix_socket_directories=/var/run/postgresql "$@"
