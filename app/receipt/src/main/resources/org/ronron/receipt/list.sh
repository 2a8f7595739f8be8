# The newest 200 receipts: what each is of, whether it still runs, how it ended.
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
ls -t "$base" 2>/dev/null | head -n 200 | while IFS= read -r name; do
    [ -e "$base/$name/begun" ] || continue
    printf 'receipt %s\n' "$name"
    tell "$base/$name"
done
exit 0
