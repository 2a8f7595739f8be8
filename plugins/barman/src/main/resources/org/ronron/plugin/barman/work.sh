# Before each piece of work. $1 Barman's configuration, or empty; $2 the server; what follows is of the work, the same for each.
receipt=$PWD
config=$1
server=$2
shift 2
export LC_ALL=C.UTF-8 PGCONNECT_TIMEOUT=10
# Debian keeps PostgreSQL's programs out of PATH, and a configuration without path_prefix then finds none of them
for bin in /usr/lib/postgresql/*/bin; do [ -d "$bin" ] && PATH=$PATH:$bin; done
# barman, as it lets go of root, must be able to read where it stands
cd / || exit 1

say() { printf '%s\n' "$1" >"$receipt/said.new" && mv "$receipt/said.new" "$receipt/said"; }
finish() {
    say "$2"
    exit "$1"
}
# the tool is told as well, and ends first
trap 'finish 130 "stopped"' INT
b() {
    if [ -n "$config" ]; then barman -c "$config" "$@"; else barman "$@"; fi
}
# what Barman gave as its reason; it writes errors as "ERROR: …" or "EXCEPTION: …", on either stream
reason() {
    grep -h -e '^ERROR: ' -e '^EXCEPTION: ' "$receipt/out" "$receipt/err" 2>/dev/null | tail -n 1 |
        sed 's/^[A-Z]*: //' | head -c 300
}
bytes() { du -s -B1 "$1" 2>/dev/null | cut -f1; }
# 31002266 -> 31.0 MB
human() {
    awk -v n="${1:-0}" 'BEGIN { split("B kB MB GB TB", u, " "); i = 1
        while (n >= 1000 && i < 5) { n /= 1000; i++ }
        printf(i == 1 ? "%d %s" : "%.1f %s", n, u[i]) }'
}
# says something again and again beside what is done, until "quiet" or our end; $1 gives the words
beside() {
    (while kill -0 $$ 2>/dev/null; do
        "$1"
        sleep 2
    done) &
    side=$!
}
quiet() { kill "$side" 2>/dev/null; wait "$side" 2>/dev/null; }
