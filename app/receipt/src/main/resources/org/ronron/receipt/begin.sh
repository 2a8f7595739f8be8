# Begins work that outlives the connection, once for each receipt.
# $1 receipt, $2 verb, $3 key, $4 point, $5 the work as a script; what follows are that script's arguments.
umask 077
base=${XDG_STATE_HOME:-$HOME/.local/state}/ronron/receipts
mkdir -p "$base" || exit 73
[ -e "$base/$1" ] && exit 0
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
