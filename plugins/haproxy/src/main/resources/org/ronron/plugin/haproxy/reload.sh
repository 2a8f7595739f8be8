# Asks the master process for a reload, if the configuration is right: $1 the master's socket, $2 the
# configuration.
main() {
    # who asked may be gone by now; what was begun is brought to its end
    trap '' PIPE
    reachable "$1"
    needs haproxy
    said=$(haproxy -c -f "$2" 2>&1) || stop 70 "$(printf '%s\n' "$said" | grep -m 1 ALERT)"
    section changed
    case $(printf 'reload\n' | socat -t 20 -T 20 - "UNIX-CONNECT:$1" 2>&1) in
    *Success=0*) stop 71 "$1" ;;
    esac
    section end
}

main "$@" </dev/null
