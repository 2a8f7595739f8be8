# Asks for one page by the way that people take: $1 where HAProxy listens, $2 the address, $3 the path.
# Changes nothing. HTTP/1.0: the answer ends with the connection.
main() {
    needs socat
    section answer
    printf 'GET %s HTTP/1.0\r\nHost: %s\r\nUser-Agent: Ronron\r\n\r\n' "$3" "$2" |
        socat -t 20 -T 20 - "TCP:$1" | head -c 20000 | tr -d '\000'
    section end
}

main "$@" </dev/null
