# The line of a configuration in which this machine's zone stands: where it is, as it stands, and its
# value without quotes. Reads "key: value" (YAML) and "key = value;" (Nix, TOML). POSIX sh.
config() {
    [ -n "${1:-}" ] && [ -n "${2:-}" ] && [ -r "$1" ] || return 1
    key=$2 awk '
        {
            line = $0
            sub(/^[ \t]+/, "", line)
            if (index(line, ENVIRON["key"]) != 1) next
            rest = substr(line, length(ENVIRON["key"]) + 1)
            if (rest !~ /^[ \t]*[:=]/) next
            sub(/^[ \t]*[:=][ \t]*/, "", rest)
            sub(/[ \t]*(#.*)?$/, "", rest)
            sub(/;$/, "", rest)
            gsub(/^["\047]|["\047]$/, "", rest)
            print "line " NR
            print "text " $0
            print "zone " rest
            found = 1
            exit
        }
        END { exit !found }' "$1"
}
