# Makes a base backup. $3 the folder of the server's base backups, $4 bytes of the one before, or empty.
base=$3
usual=${4:+; the one before has $(human "$4")}
before=$(ls "$base" 2>/dev/null | tail -n 1)
progress() {
    id=$(ls "$base" 2>/dev/null | tail -n 1)
    [ "$id" = "$before" ] && return
    size=$(bytes "$base/$id")
    # Barman prints nothing until its end; until the database has made its checkpoint there is nothing to copy
    if [ "${size:-0}" -lt 1000000 ]; then
        say "waiting for a checkpoint of the database, which can take minutes"
    else
        say "copying: $(human "$size") so far$usual"
    fi
}
say "starting"
beside progress
b backup --wait --wait-timeout 300 "$server"
rc=$?
quiet
id=$(ls "$base" 2>/dev/null | tail -n 1)
if [ $rc -ne 0 ] || [ "$id" = "$before" ]; then
    finish 1 "not made: $(reason)"
fi
# the programs' words are for people; what a backup is, its own row says
case $(b -f json show-backup "$server" "$id" | grep -o '"status": "[A-Z_]*"' | head -n 1) in
    *DONE*) finish 0 "$id: $(human "$(bytes "$base/$id")")" ;;
    *WAITING_FOR_WALS*) finish 10 "$id is copied and still waits for the log of its last moments (WAITING_FOR_WALS)" ;;
    *) finish 1 "$id was not completed: $(reason)" ;;
esac
