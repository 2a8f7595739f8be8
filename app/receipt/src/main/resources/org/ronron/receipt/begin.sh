# Begins work that outlives the connection, once for each receipt; again only where it did not end well, or is lost.
# $1 receipt, $2 verb, $3 key, $4 point, $5 the work as a script; what follows are that script's arguments.
umask 077
base=${XDG_STATE_HOME:-$HOME/.local/state}/ronron/receipts
mkdir -p "$base" || exit 73
began() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
# whether somebody who tries again has something to do
over() {
    if [ -e "$1/rc" ]; then
        [ "$(cat "$1/rc")" != 0 ]
    elif [ -e "$1/pid" ]; then
        read -r pid since <"$1/pid"
        [ "$(began "$pid")" != "$since" ]
    else
        [ $(($(date +%s) - $(cat "$1/begun"))) -ge 60 ]
    fi
}
if [ -e "$base/$1" ]; then
    over "$base/$1" || exit 0
    # kept aside under a name of its own: how it went stays to be read
    mv -T "$base/$1" "$base/$1-$(cat "$base/$1/begun")-$$" 2>/dev/null || exit 0
fi
new=$(mktemp -d "$base/.new.XXXXXX") || exit 73
{
    printf '%s' "$2" >"$new/verb" && printf '%s' "$3" >"$new/key" && printf '%s' "$4" >"$new/point" &&
        printf '%s\n' "$5" >"$new/work" && date +%s >"$new/begun"
} || { rm -rf "$new"; exit 73; }
# the name is taken by whoever comes first; who comes second has nothing to do
mv -T "$new" "$base/$1" 2>/dev/null || { rm -rf "$new"; [ -e "$base/$1" ] && exit 0; exit 73; }
receipt=$base/$1
shift 5
# field 22 of stat is when the process began: with its number it is known again, whoever has the number later
setsid -f sh -c '
    cd "$1" || exit 73
    receipt=$1
    shift
    # who stops the work tells all of its session; we stay, to write down how it ended. Caught, not ignored: what is
    # ignored would be ignored by the tools as well
    trap : INT TERM
    echo "$$ $(sed "s/.*) //" /proc/$$/stat | cut -d" " -f20)" >pid.new && mv pid.new pid
    sh ./work "$@" >out 2>err </dev/null
    echo $? >rc.new
    mv rc.new rc' sh "$receipt" "$@" >/dev/null 2>&1 </dev/null
