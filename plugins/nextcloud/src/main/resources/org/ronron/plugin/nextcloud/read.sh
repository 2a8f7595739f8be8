# Looks at the farm and changes nothing.

observe() {
    if ! [ -r "$code/version.php" ]; then
        echo "no version.php in $code" >&2
        exit 11
    fi
    cd "$configs" || exit 11
    printf '== host\nversion %s\nname %s\nlogin %s\nuid %s\n' \
        "$(numbers | tr , .)" "$(uname -n)" "$login" "$uid"
    printf '== may\n'
    if [ -w "$configs" ]; then echo configs; fi
    if [ -w "$sites" ]; then echo sites; fi
    if [ -w "$(dirname "$list")" ]; then echo list; fi
    if [ -w "$saves" ]; then echo saves; fi
    if has pg_dump && has pg_restore && has psql; then echo postgresql; fi
    printf '== spaces\n'
    spaces "$1"
    printf '== end\n'
}

# The four numbers of the code's version, as version.php says them.
numbers() {
    # shellcheck disable=SC2016
    sed -n 's/^ *\$OC_Version = *\(array(\|\[\)\([0-9, ]*\).*/\2/p' "$code/version.php" |
        head -n 1 | tr -d ' '
}

# How all are: a line a space with two letters, how its app is and how its entry in the runner's list
# is (Fine, Attention, Wrong, Off, Unknown, - is not there), and a line a kind of what is wrong.
spaces() {
    everything "$1" | sort -k 2 | awk '
        function note(kind, so) {
            if (so && ++many[kind] <= 5) few[kind] = few[kind] (few[kind] ? ", " : "") $2
        }
        {
            there = $1 ~ /c/
            linked = $1 ~ /l/
            listed = $1 ~ /r/
            installed = there && $1 !~ /i/
            app = !there && !linked ? "-" : !there || !linked || $1 ~ /u/ ? "W" : "F"
            if (app == "F" && !installed) app = "A"
            if (app == "F" && $1 ~ /m/) app = "O"
            run = !listed ? "-" : !there ? "W" : $1 ~ /o/ ? "A" : $1 ~ /n/ ? "U" : "F"
            print app run, $2
            note("link-missing", installed && !linked)
            note("configuration-missing", !there && linked)
            note("not-in-runner", installed && !listed)
            note("maintenance", $1 ~ /m/)
            note("upgrade-needed", $1 ~ /u/)
            note("runner-late", $1 ~ /o/)
        }
        END {
            print "== wanting"
            for (kind in many)
                print kind, many[kind], few[kind] (many[kind] > 5 ? ", ..." : "")
        }'
}

# A line a space: flags and name. c it has a configuration, l a link, r an entry in the runner's list,
# m it is in maintenance, i it is not installed, u its database is older than the code, o the runner
# came by more than an hour ago, n never, though its configuration was written more than an hour ago.
everything() {
    {
        find . -mindepth 2 -maxdepth 2 -name config.php -printf 'c %P\n' -mmin -60 -printf 'y %P\n'
        find . -mindepth 2 -maxdepth 2 -name config.php -type f -exec \
            grep -HsE "^ *'(maintenance|installed|version)' => " {} +
        find "$sites" -maxdepth 1 -type l -printf 'l %f\n'
        sed 's/^/r /' "$list"
        sed 's/^/t /' "$list.ran"
    } 2>/dev/null | code=$(numbers) domain=$1 now=$(date +%s) awk '
        function known(n) { return n ~ /^[a-z0-9][a-z0-9-]*$/ && length(n) <= 50 }
        /^y / { split(substr($0, 3), p, "/"); y[p[1]] = 1; next }
        /^c / { split(substr($0, 3), p, "/"); if (known(p[1])) c[p[1]] = all[p[1]] = 1; next }
        /^l / {
            n = substr($0, 3)
            tail = "." ENVIRON["domain"]
            at = length(n) - length(tail)
            if (at < 1 || substr(n, at + 1) != tail) next
            n = substr(n, 1, at)
            if (known(n)) l[n] = all[n] = 1
            next
        }
        /^r / { n = substr($0, 3); if (known(n)) r[n] = all[n] = 1; next }
        /^t / { ran[$2] = $3; next }
        /^\.\// {
            split(substr($0, 3), p, "/")
            if ($0 ~ /\047maintenance\047 => true/) m[p[1]] = 1
            if ($0 ~ /\047installed\047 => true/) i[p[1]] = 1
            if ($0 ~ /\047version\047 => \047/) {
                v = $0
                sub(/.*=> \047/, "", v)
                sub(/\047.*/, "", v)
                gsub(/[.]/, ",", v)
                old[p[1]] = v
            }
        }
        END {
            for (n in all) {
                f = (n in c ? "c" : "") (n in l ? "l" : "") (n in r ? "r" : "") (n in m ? "m" : "")
                f = f (n in c && !(n in i) ? "i" : "")
                f = f (n in i && n in old && old[n] != ENVIRON["code"] ? "u" : "")
                f = f (n in r && !(n in ran) && !(n in y) ? "n" : "")
                f = f (n in r && n in ran && ENVIRON["now"] - ran[n] > 3600 ? "o" : "")
                print f, n
            }
        }'
}

# Each part of one space, closely: kind, health, key, then name=value, with tabs between.
look() {
    printf '== space\n'
    if [ -r "$home/config.php" ]; then
        app "$2"
        suite richdocuments collabora wopi_url
        suite onlyoffice onlyoffice DocumentServerUrl
        database
    fi
    if grep -qxF -- "$name" "$list" 2>/dev/null; then runs; fi
    printf '== end\n'
}

# A line of a part; its words are kept from looking like more of it.
part() {
    printf '%s\t%s\t%s' "$1" "$2" "$3"
    shift 3
    while [ $# -gt 1 ]; do
        printf '\t%s=%s' "$1" "$(printf %s "$2" | tr '\t\n' '  ' | cut -c 1-200)"
        shift 2
    done
    printf '\n'
}

app() {
    said=$(status)
    off=false old=false health=FINE
    if is maintenance "$said"; then off=true health=OFF; fi
    if ! is installed "$said"; then health=ATTENTION; fi
    if is needsDbUpgrade "$said"; then old=true health=WRONG; fi
    if [ ! -L "$sites/$name.$1" ]; then health=WRONG; fi
    if [ -z "$said" ]; then health=UNKNOWN; fi
    part APP $health "$name" maintenance $off upgrade $old \
        version "$(printf %s "$said" | sed -n 's/.*"version" *: *"\([0-9.]*\)".*/\1/p')"
}

suite() {
    if [ "$(occ config:app:get "$1" enabled 2>/dev/null)" != yes ]; then return; fi
    url=$(occ config:app:get "$1" "$3" 2>/dev/null)
    if [ -n "$url" ]; then health=FINE; else health=WRONG; fi
    part OFFICE $health "$2" url "$url"
}

database() {
    key="$(value dbname) at $(value dbhost)"
    if ! has psql; then
        part DATABASE UNKNOWN "$key"
    elif why=$(as_space psql -XAtqc 'select 1' 2>&1); then
        part DATABASE FINE "$key"
    else
        part DATABASE WRONG "$key" refused "$(printf %s "$why" | head -n 1)"
    fi
}

# Its configuration was written less than an hour ago: the runner cannot be late.
is_new() {
    [ -n "$(find "$home/config.php" -mmin -60 2>/dev/null)" ]
}

runs() {
    last=$(awk -v n="$name" '$1 == n { last = $2 " " $3 " " $4 } END { print last }' \
        "$list.ran" 2>/dev/null)
    case $last in
    '') if is_new; then part RUNNER FINE "$name" new true; else part RUNNER UNKNOWN "$name"; fi ;;
    *' 0') ran FINE "$last" ;;
    *) ran WRONG "$last" ;;
    esac
}

ran() {
    took=${2#* }
    part RUNNER "$1" "$name" took "${took% *} s" \
        ran "$(date -u -d "@${2%% *}" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null)"
}

# One line: done, not, other or busy, and what was seen.
probe() {
    case $verb in
    config.write) probed "$(whose "$3")" ours "$home" ;;
    config.remove) gone "$(whose "$2")" "$home" ;;
    link.make) probed "$(link "$2")" ours "$sites/$name.$2" ;;
    link.remove) gone "$(link "$2")" "$sites/$name.$2" ;;
    app.install | app.uninstall) installed "$2" ;;
    app.on | app.off | app.check) maintained ;;
    office.set) office "$2" "$3" ;;
    runner.add | runner.remove) in_list ;;
    database.save) saved "$saves/$name.$2.dump" ;;
    esac
}

probed() {
    case $1 in
    "$2") echo "done $3" ;;
    absent) echo "not $3 is not there" ;;
    *) echo "other $3 is there and is not ours" ;;
    esac
}

gone() {
    case $1 in
    absent) echo "done $2 is not there" ;;
    ours) echo "not $2 is there" ;;
    *) echo "other $2 is there and is not ours" ;;
    esac
}

link() {
    if [ -L "$sites/$name.$1" ]; then
        if [ "$(readlink -- "$sites/$name.$1")" = "$code" ]; then echo ours; else echo other; fi
    elif [ -e "$sites/$name.$1" ]; then
        echo other
    else
        echo absent
    fi
}

installed() {
    if at_work; then
        echo "busy occ is at work"
        return
    fi
    whose=$(whose "$1")
    if [ "$whose" != ours ]; then
        if [ "$verb" = app.uninstall ] && [ "$whose" = absent ]; then
            echo "done $home is not there"
        elif [ "$whose" = absent ]; then
            echo "not $home is not there"
        else
            echo "other $home is not ours"
        fi
        return
    fi
    said=$(status)
    wanted='done' otherwise=not
    if [ "$verb" = app.uninstall ]; then wanted=not otherwise='done'; fi
    if is installed "$said" && ! [ -e "$home/installing" ]; then
        echo "$wanted $said"
    elif [ -n "$said" ]; then
        echo "$otherwise $said"
    else
        echo "unknown occ status says nothing"
    fi
}

maintained() {
    said=$(status)
    if [ -z "$said" ]; then
        echo "unknown occ status says nothing"
    elif [ "$verb" = app.off ]; then
        if is maintenance "$said"; then echo "done $said"; else echo "not $said"; fi
    elif is maintenance "$said" || ! is installed "$said"; then
        echo "not $said"
    elif [ "$verb" = app.check ] && is needsDbUpgrade "$said"; then
        echo "not $said"
    else
        echo "done $said"
    fi
}

office() {
    now=none url=''
    if [ "$(occ config:app:get richdocuments enabled 2>/dev/null)" = yes ]; then
        now=collabora url=$(occ config:app:get richdocuments wopi_url 2>/dev/null)
    fi
    if [ "$(occ config:app:get onlyoffice enabled 2>/dev/null)" = yes ]; then
        if [ $now = none ]; then now=onlyoffice; else now=both; fi
        url=$(occ config:app:get onlyoffice DocumentServerUrl 2>/dev/null)
    fi
    if [ "$now" = "$1" ] && { [ "$now" = none ] || [ "$url" = "$2" ]; }; then
        echo "done $now $url"
    else
        echo "not $now $url"
    fi
}

in_list() {
    listed=not missing='done'
    if [ "$verb" = runner.add ]; then listed='done' missing=not; fi
    if grep -qxF -- "$name" "$list" 2>/dev/null; then
        echo "$listed $name is in $list"
    else
        echo "$missing $name is not in $list"
    fi
}

# Of an earlier time is not done: what was switched off, or changed, has a newer configuration.
saved() {
    if at_work; then
        echo "busy a copy is being made"
    elif [ ! -e "$1" ]; then
        echo "not $1 is not there"
    elif ! tables=$(pg_restore --list -- "$1" 2>/dev/null); then
        echo "other $1 is there and cannot be read"
    elif [ -n "$(find "$home/config.php" -newer "$1" 2>/dev/null)" ]; then
        echo "not $1 is older than the configuration"
    else
        echo "done $1, $(printf '%s\n' "$tables" | grep -c ' TABLE DATA ') tables"
    fi
}

case $verb in
observe) observe "$@" ;;
look) look "$@" ;;
*) probe "$@" ;;
esac
