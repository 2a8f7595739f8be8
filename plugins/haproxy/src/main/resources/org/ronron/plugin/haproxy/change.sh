# Adds or removes one entry, the file first: what only runs is lost at the next reload. $1 add or remove,
# $2 socket, $3 map, $4 address, $5 backend. An entry with another backend is never touched.

# The map file anew from standard input: whole or not at all, whatever happens in between.
rewrite() {
    new=$(mktemp "$1.XXXXXX" 2>&1) || stop 65 "$new"
    if said=$({ cp -p "$1" "$new" && cat >"$new" && sync "$new" && mv "$new" "$1"; } 2>&1); then
        return 0
    fi
    rm -f "$new"
    stop 65 "$said"
}

without() {
    key=$2 value=$3 awk '
        {
            line = $0
            sub(/^[ \t]+/, "", line)
            sub(/[ \t\r]+$/, "", line)
            rest = line
            sub(/^[^ \t]+[ \t]*/, "", rest)
            first = line
            sub(/[ \t].*/, "", first)
            if (first != ENVIRON["key"] || rest != ENVIRON["value"]) print
        }' "$1"
}

with() {
    awk 1 "$1"
    printf '%s %s\n' "$2" "$3"
}

# Sets "here" and "there": the entry's values in the file and running. Those of another are named.
look() {
    here=$(entries <"$2" | values "$3")
    map=$(running "$1" "$2") || {
        status=$?
        [ $status -eq 64 ] && stop 64 "$2"
        stop "$status" "$1"
    }
    there=$(printf '%s\n' "$map" | entries | values "$3")
    for of in "$here" "$there"; do
        other=$(printf '%s\n' "$of" | grep -v -x -F -e "$4" -e '' | head -n 1)
        [ -z "$other" ] || stop 66 "$other"
    done
}

add() {
    if [ -z "$here" ]; then
        with "$2" "$3" "$4" | rewrite "$2" || exit $?
        section changed
    fi
    [ -z "$there" ] || return 0
    said=$(ask "$1" "add map $2 $3 $4") || exit $?
    [ -n "$said" ] || return 0
    if [ -z "$here" ]; then
        without "$2" "$3" "$4" | rewrite "$2" && section restored
    fi
    stop 67 "$said"
}

remove() {
    if [ -n "$here" ]; then
        without "$2" "$3" "$4" | rewrite "$2" || exit $?
        section changed
    fi
    [ -n "$there" ] || return 0
    said=$(ask "$1" "del map $2 $3") || exit $?
    [ -z "$said" ] || stop 67 "$said"
}

main() {
    # who asked may be gone by now; what was begun is brought to its end
    trap '' PIPE
    verb=$1
    shift
    reachable "$1"
    needs flock
    [ -r "$2" ] || stop 65 "$2 cannot be read"
    said=$({ : >>"$2.lock"; } 2>&1) || stop 65 "$said"
    exec 9>>"$2.lock"
    flock -w 20 9 || stop 68 "$2"
    info=$(ask "$1" 'show info') || exit $?
    printf '%s\n' "$info" | grep -q '^Nbproc: 1$' || stop 69 "$1"
    look "$@"
    "$verb" "$@"
    look "$@"
    case $verb/$here/$there in
    "add/$4/$4" | remove//) section end ;;
    *) stop 67 "$here / $there" ;;
    esac
}

main "$@" </dev/null
