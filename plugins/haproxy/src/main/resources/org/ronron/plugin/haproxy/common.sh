# What the scripts share. POSIX sh (dash, bash, BusyBox); data comes as positional parameters only.
LC_ALL=C
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export LC_ALL PATH

section() { printf '\n== %s\n' "$1"; }

# Ends with a status that the connector knows (from 60 on), and one line about it.
stop() {
    status=$1
    shift
    printf '%s\n' "$*" | head -n 1 | cut -c 1-300 >&2
    exit "$status"
}

needs() { command -v "$1" >/dev/null 2>&1 || stop 60 "$1"; }

# A socket that is there and may be written to, as connecting needs.
reachable() {
    needs socat
    [ -S "$1" ] || stop 61 "$1"
    [ -w "$1" ] || stop 62 "$1"
}

# One command of the runtime API. It answers with text and ends well, also where it refuses; at least an
# empty line comes, from one that still works.
ask() {
    answer=$(printf '%s\n' "$2" | socat -t 10 -T 10 - "UNIX-CONNECT:$1" 2>/dev/null && echo .) ||
        stop 63 "$1"
    [ "$answer" != . ] || stop 63 "$1"
    printf '%s\n' "${answer%.}"
}

# The running map; status 64 when HAProxy does not know it.
running() {
    shown=$(ask "$1" "show map $2") || exit $?
    case $shown in
    "Unknown map identifier"*) exit 64 ;;
    esac
    printf '%s\n' "$shown" | sed -n 's/^0x[0-9a-f]* //p'
}

# Lines "address value" of a map file or of a running map, as HAProxy reads them: blanks around and
# between are one, a line that begins with # is a remark.
entries() {
    awk '
        { sub(/^[ \t]+/, ""); sub(/[ \t\r]+$/, "") }
        /^#/ || /^$/ { next }
        { key = $1; sub(/^[^ \t]+[ \t]*/, ""); print key " " $0 }'
}

# The values of one address among such lines, each once.
values() {
    key=$1 awk '
        index($0, ENVIRON["key"] " ") == 1 {
            value = substr($0, length(ENVIRON["key"]) + 2)
            if (!seen[value]++) print value
        }'
}
