# All that an observation tells: $1 socket, $2 map, $3 configuration, $4 the master's socket or nothing.
# Changes nothing. The last line tells a whole answer from one that was cut.

# Each entry once: "=" in the file and running, "f" in the file only, "r" running only.
compared() {
    {
        printf '%s\n' "$2" | sed 's/^/r /'
        entries <"$1" | sed 's/^/f /'
    } | awk '
        { side = substr($0, 1, 1); rest = substr($0, 3) }
        rest == "" { next }
        side == "r" { seen[rest] = 1; next }
        rest in seen { if (seen[rest] == 1) print "= " rest; seen[rest] = 2; next }
        { print "f " rest }
        END { for (rest in seen) if (seen[rest] == 1) print "r " rest }'
}

rights() {
    if [ -w "${1%/*}" ] && [ -w "$1" ]; then echo "file yes"; fi
    if [ -z "$2" ] || [ -w "$2" ]; then echo "master yes"; fi
}

main() {
    reachable "$1"
    info=$(ask "$1" 'show info') || exit $?
    stat=$(ask "$1" 'show stat') || exit $?
    known=yes
    map=$(running "$1" "$2") || {
        status=$?
        [ $status -eq 64 ] || exit $status
        known=no
    }
    map=$(printf '%s\n' "$map" | entries)
    section name
    uname -n
    section account
    echo "uid $(id -u)"
    echo "name $(id -un)"
    section info
    printf '%s\n' "$info" | grep -E '^(Name|Version|Nbproc|Start_time_sec): '
    if changed=$(date -r "$3" +%s 2>/dev/null); then echo "config: $changed"; fi
    section rights
    rights "$2" "$4"
    section stat
    printf '%s\n' "$stat" | awk -F, '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $2 != "" { print $1 "," $2 "," $at["status"] }' | head -n 3000
    section map
    echo "known $known"
    if [ -r "$2" ]; then echo "file yes"; fi
    section entries
    if [ -r "$2" ]; then compared "$2" "$map" | gzip -c | base64; fi
    section end
}

main "$@" </dev/null
