# Looks whether what is kept is sound. $1 a backup, or empty for the newest; $2 "true": every byte is read;
# $3 the folder of the server's base backups. Failed is only what was seen to be damaged: that it could not be
# looked at says nothing of it.
point=${1:-latest}
say "asking Barman"
# not whether it is green: its red has other reasons too, which stand beside it. It has to answer at all
b check "$server" || red=yes
b check-backup "$server" "$point" || finish 10 "not checked: $(reason)"
id=$(b -f json show-backup "$server" "$point" | grep -o '"backup_id": "[^"]*"' | head -n 1 | cut -d'"' -f4)
[ -n "$id" ] || finish 10 "not checked: there is no complete backup $point"
state=$(b -f json show-backup "$server" "$id" | grep -o '"status": "[A-Z_]*"' | tail -n 1 | cut -d'"' -f4)
[ "$state" = DONE ] || finish 10 "not checked: $id is $state"
if [ "$2" != true ]; then
    [ -z "${red:-}" ] || finish 10 "$id is complete; Barman’s own check of $server names something"
    finish 0 "$id is complete, by Barman’s list"
fi
manifest=$3/$id/data/backup_manifest
if ! [ -e "$manifest" ] && ! { [ "$(id -u)" != 0 ] && ! [ -x "$3" ]; }; then
    # a backup by rsync brings no checksums: these are of what lies there now, and tell of later damage only
    say "writing down checksums, which this backup has not"
    b generate-manifest "$server" "$id" || finish 10 "not checked: $(reason)"
    finish 10 "$id had no checksums; they are written down now, so that the next check can compare"
fi
say "reading every file of $id"
b verify-backup "$server" "$id" && finish 0 "every file of $id is as it was saved (pg_verifybackup)"
found=$(grep -h -o 'pg_verifybackup: error: .*' "$receipt/out" "$receipt/err" 2>/dev/null | head -n 1 | head -c 200)
[ -n "$found" ] || finish 10 "not checked: $(reason)"
finish 1 "damaged: $id: ${found#pg_verifybackup: error: }"
