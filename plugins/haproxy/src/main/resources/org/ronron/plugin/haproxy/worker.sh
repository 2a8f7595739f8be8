# Which process serves, and what it has loaded: $1 socket, $2 map, $3 configuration, $4 the number of a
# process that was asked to make room (up to 15 seconds are waited for the next), or nothing. Changes
# nothing itself.
number() { ask "$1" 'show info' 2>/dev/null | sed -n 's/^Pid: //p'; }

main() {
    if [ -n "$4" ]; then
        section changed
        left=15
        while now=$(number "$1"); [ -z "$now" ] || [ "$now" = "$4" ]; do
            [ $left -gt 0 ] || stop 71 "process $4"
            sleep 1
            left=$((left - 1))
        done
    fi
    reachable "$1"
    info=$(ask "$1" 'show info') || exit $?
    section info
    printf '%s\n' "$info" | grep -E '^(Pid|Start_time_sec): '
    if changed=$(date -r "$3" +%s 2>/dev/null); then echo "config: $changed"; fi
    if (running "$1" "$2") >/dev/null; then section known; fi
    section end
}

main "$@" </dev/null
