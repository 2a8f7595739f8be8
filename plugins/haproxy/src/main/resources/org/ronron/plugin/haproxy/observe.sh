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

# Of the entries of one side: how many, and the names of some.
only() {
    printf '%s\n' "$both" | awk -v side="$1" -v kind="$2" '
        $1 == side { if (++count <= 5) names = names (count > 1 ? ", " : "") $2 }
        END { if (count) print kind "|count|" count "|names|" names (count > 5 ? ", …" : "") }'
}

# One a line: its kind, then names and values, with bars between.
findings() {
    printf '%s\n' "$rows" | awk -F, '
        $2 !~ /^(FRONTEND|BACKEND)$/ && $3 ~ /^DOWN/ {
            print "server-down|server|" $2 "|backend|" $1
        }' | head -n 100
    if [ $known = yes ]; then
        only f map-file-only
        only r map-running-only
    else
        echo "map-unknown|map|$2"
    fi
    [ -r "$2" ] || echo "map-unread|map|$2"
    started=$(printf '%s\n' "$info" | sed -n 's/^Start_time_sec: //p')
    changed=$(date -r "$3" +%s 2>/dev/null)
    if [ "${changed:-0}" -gt "${started:-$changed}" ]; then echo "config-newer|config|$3"; fi
    printf '%s\n' "$info" | grep -q '^Nbproc: 1$' || echo several
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
    section rights
    rights "$2" "$4"
    rows=$(printf '%s\n' "$stat" | awk -F, '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $2 != "" { print $1 "," $2 "," $at["status"] }' | head -n 3000)
    section stat
    printf '%s\n' "$rows"
    section entries
    both=
    if [ -r "$2" ]; then
        both=$(compared "$2" "$map")
        printf '%s\n' "$both" | gzip -c | base64
    fi
    if [ $known = yes ]; then section known; fi
    section findings
    findings "$@"
    section end
}

main "$@" </dev/null
