# Asks what still runs under a receipt to stop, as Ctrl-C does; never another process with its number. $1 receipt.
base=${XDG_STATE_HOME:-$HOME/.local/state}/ronron/receipts
[ -e "$base/$1/rc" ] && exit 0
read -r pid began <"$base/$1/pid" || exit 0
[ "$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d' ' -f20)" = "$began" ] || exit 0
# it leads a session of its own: all of it is told, its tools among it
# dash knows a group only after -s
kill -s INT -- "-$pid"
