# One receipt: what it is of, whether it still runs, how it ended, and the ends of what it wrote. $1 receipt.
base=${XDG_STATE_HOME:-$HOME/.local/state}/ronron/receipts
line() { [ -e "$2" ] && printf '%s %s\n' "$1" "$(head -n 1 "$2" | head -c 500)"; }
tell() {
    line verb "$1/verb"
    line key "$1/key"
    line point "$1/point"
    line begun "$1/begun"
    line said "$1/said"
    if [ -e "$1/rc" ]; then
        line rc "$1/rc"
        printf 'ended %s\n' "$(stat -c %Y "$1/rc")"
    elif [ -e "$1/pid" ]; then
        read -r pid began <"$1/pid"
        [ "$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d' ' -f20)" = "$began" ] && echo 'alive yes'
    elif [ $(($(date +%s) - $(cat "$1/begun"))) -lt 60 ]; then
        echo 'alive yes'
    fi
}
[ -e "$base/$1/begun" ] || exit 0
printf 'receipt %s\n' "$1"
tell "$base/$1"
printf -- '--out\n'
tail -c 65536 "$base/$1/out" 2>/dev/null
printf '\n--err\n'
tail -c 65536 "$base/$1/err" 2>/dev/null
exit 0
