# What read.sh and write.sh share. POSIX sh; find, mv, ln and flock as on Debian. An instance is a
# folder of its name below the configurations, with its own config.php: Nextcloud reads and writes
# that one when NEXTCLOUD_CONFIG_DIR names the folder, so no occ can overwrite the farm's shared one.
# Exit: 10 there and not ours, 11 not there, 12 somebody has logged in, 13 at work already, 14 occ
# says otherwise than it was asked, 15 occ failed, 16 a program is missing, 17 a copy is not whole,
# 28 no room on the disk, 29 not allowed to write.
umask 027
PATH=$PATH:/usr/local/bin:/usr/sbin:/sbin
# shellcheck disable=SC2034
login=$1 uid=$2 verb=$3 code=$4 configs=$5 sites=$6 list=$7 saves=$8 command=$9
shift 9
name=${1:-}
home=$configs/$name

# Ends with what a failed command said; traces can hold the beginning of a password.
failed() {
    status=$1
    case $2 in
    *'No space left on device'* | *'Disk quota exceeded'* | *'File too large'*) status=28 ;;
    *'not have enough space'*) status=28 ;;
    *'Permission denied'* | *'Read-only file system'*) status=29 ;;
    esac
    printf '%s\n' "$2" | grep -v -e '^ *#[0-9]' -e 'Trace:' | tail -n 3 >&2
    exit "$status"
}

# A text of the instance's configuration, as Nextcloud writes it (var_export).
value() {
    sed -n "s/^ *'$1' => '\(.*\)',\$/\1/p" "$home/config.php" 2>/dev/null | head -n 1
}

# Whose the instance is: absent, ours (by this mark) or other.
whose() {
    if [ ! -e "$home" ] && [ ! -L "$home" ]; then
        echo absent
    elif [ ! -L "$home" ] && [ -n "$1" ] && [ "$(value ronron_mark)" = "$1" ]; then
        echo ours
    else
        echo other
    fi
}

# occ of this instance. The command is split at blanks and is otherwise no shell's text.
occ() {
    (
        cd "$code" || exit 71
        set -f
        NC_INSTANCE=$name NEXTCLOUD_CONFIG_DIR=$home
        export NC_INSTANCE NEXTCLOUD_CONFIG_DIR
        # shellcheck disable=SC2086
        exec $command --no-interaction --no-warnings "$@"
    )
}

# What occ says of the instance: from the first brace on, since warnings may stand before.
status() {
    occ status --output=json 2>/dev/null | sed -n 's/^[^{]*\({.*}\).*$/\1/p' | tail -n 1
}

# Whether a flag of that is true.
is() {
    printf %s "$2" | tr -d ' \t' | grep -q "\"$1\":true"
}

# A command of PostgreSQL's, logged in as the instance is; the password passes by a pipe only.
as_space() {
    host=$(value dbhost)
    PGSERVICE=space PGSERVICEFILE=/dev/fd/3 "$@" 3<<END
[space]
host=${host%:*}
port=${host##*:}
dbname=$(value dbname)
user=$(value dbuser)
password=$(value dbpassword)
connect_timeout=5
END
}

has() { command -v "$1" >/dev/null 2>&1; }

# Whether something is at work on the instance; looking makes no file.
at_work() {
    [ -e "$saves/.$name.lock" ] && ! flock -n -s "$saves/.$name.lock" true
}
