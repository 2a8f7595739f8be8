# Restores a backup to a new place, starts a PostgreSQL there that nobody can reach, asks it, and stops it.
# $1 the backup, $5 the place, $6 whose files they are to be.
point=$1
place=$5
user=$6
own() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "$@"
    else
        "$@"
    fi
}
say "looking at $place"
# they would be written where the original has them
b -f json show-backup "$server" "$point" | grep -q -e '"tablespaces": \[\]' -e '"tablespaces": null' ||
    finish 1 "not restored: $point is not there, or holds tablespaces, which Ronron does not restore: $(reason)"
# Barman before 3.15 copies over whatever is there
if [ -d "$place" ]; then
    [ -z "$(ls -A "$place")" ] || finish 1 "not restored: $place is not empty"
else
    mkdir -m 700 "$place" || finish 1 "not restored: $place cannot be made"
fi
if [ "$(id -u)" = 0 ]; then chown "$user:$(id -g "$user")" "$place"; fi
begun=$(date +%s)
progress() { say "copying: $(human "$(bytes "$place")") so far"; }
beside progress
b recover --no-get-wal "$server" "$point" "$place"
rc=$?
quiet
[ $rc -eq 0 ] || finish 1 "not restored: $(reason)"
version=$(cat "$place/PG_VERSION") || finish 1 "not restored: $place holds no database"
bin=/usr/lib/postgresql/$version/bin
[ -x "$bin/postgres" ] || bin=$(dirname "$(command -v postgres || echo /none/postgres)")
[ -x "$bin/postgres" ] || finish 10 "restored, not started: there is no PostgreSQL $version on this machine"
door=$(own mktemp -d /tmp/ronron-restore.XXXXXX) || finish 10 "restored, not started: no room in /tmp"
stop() { own "$bin/pg_ctl" -D "$place" -w -m fast stop; }
clean() { own rm -rf "$door"; }
trap 'stop; clean; finish 130 "stopped while asking; what was restored is in $place"' INT TERM
# its own configuration may be elsewhere, want memory that is not here, or archive into the real place: it is not used
own sh -c 'umask 077
    printf "local all all trust\n" >"$1/hba"
    printf "%s\n" "hba_file = '\''$1/hba'\''" "ident_file = '\''$1/none'\''" "max_prepared_transactions = 500" >"$1/conf"
    : >"$1/none"' sh "$door"
options="-c config_file=$door/conf -c listen_addresses= -c unix_socket_directories=$door -c port=5432 -c archive_mode=off"
options="$options -c hot_standby=off -c shared_preload_libraries= -c shared_buffers=32MB -c ssl=off -c primary_conninfo="
options="$options -c logging_collector=off -c log_destination=stderr -c recovery_target_action=promote -c huge_pages=off"
options="$options -c dynamic_shared_memory_type=mmap -c max_connections=20 -c max_wal_senders=0 -c cluster_name=restored"
say "PostgreSQL $version is starting on what was restored, and replays its log"
# pg_ctl is content before the log has been replayed, where nobody may read in the meantime (hot_standby)
begins() {
    own "$bin/pg_ctl" -D "$place" -o "$options" -w -t 86400 -l "$door/log" start || return 1
    until own "$bin/pg_isready" -q -h "$door" -p 5432; do
        [ -e "$place/postmaster.pid" ] || return 1
        sleep 1
    done
}
if ! begins; then
    why=$(own grep -h -e FATAL -e PANIC "$door/log" | head -n 1 | sed 's/.*\(FATAL\|PANIC\): *//' | head -c 250)
    clean
    finish 1 "restored, and PostgreSQL $version does not start on it: $why"
fi
ask() { own "$bin/psql" -X -A -t -q -v ON_ERROR_STOP=1 -h "$door" -U "$as" -d "$@"; }
for as in postgres "$user" barman; do
    if ask template1 -c 'select 1' >/dev/null 2>&1; then break; fi
done
# whatever it is called, the account that made the database may read everything
as=$(ask template1 -c 'select rolname from pg_roles where oid = 10')
full=$(ask template1 -c 'show server_version' | cut -d' ' -f1)
say "PostgreSQL $full has started; asking its databases"
mine="from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'"
ask template1 -c "select datname from pg_database where datallowconn and not datistemplate order by 1" >"$receipt/databases"
rc=$?
databases=0 tables=0 rows=0 counted=0
while IFS= read -r name; do
    databases=$((databases + 1))
    here=$(ask "$name" -c "select count(*) $mine") || { rc=1 && break; }
    tables=$((tables + here))
    # each count reads every page of the table: the twenty biggest of each database
    ask "$name" >"$receipt/rows" <<SQL || { rc=1 && break; }
select format('select count(*) from %I.%I', n.nspname, c.relname) $mine order by pg_table_size(c.oid) desc limit 20 \gexec
SQL
    counted=$((counted + $(wc -l <"$receipt/rows")))
    rows=$((rows + $(awk '{ n += $1 } END { printf "%d", n }' "$receipt/rows")))
done <"$receipt/databases"
stop || rc=1
trap 'finish 130 "stopped"' INT TERM
why=$(own grep -h -e FATAL -e PANIC -e ERROR "$door/log" | tail -n 1 | sed 's/.*\(FATAL\|PANIC\|ERROR\): *//' | head -c 250)
clean
[ $rc -eq 0 ] || finish 1 "restored, and PostgreSQL $full could not read it: $why"
[ "$counted" -eq "$tables" ] || most=", in the $counted biggest"
grouped=$(echo "$rows" | sed ':a;s/\([0-9]\)\([0-9]\{3\}\)\($\| \)/\1 \2\3/;ta')
took=$(($(date +%s) - begun))
finish 0 "PostgreSQL $full started; $databases databases, $tables tables, $grouped rows${most:-}; $took s"
