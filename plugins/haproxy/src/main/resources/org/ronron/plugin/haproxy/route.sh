# What is there of one address: $1 socket, $2 map, $3 address. Changes nothing.
main() {
    reachable "$1"
    [ -r "$2" ] || stop 65 "$2 cannot be read"
    section running
    if map=$(running "$1" "$2"); then
        printf '%s\n' "$map" | entries | values "$3"
    elif [ $? -eq 64 ]; then
        section unknown
    else
        stop 63 "$1"
    fi
    section file
    entries <"$2" | values "$3"
    section end
}

main "$@" </dev/null
