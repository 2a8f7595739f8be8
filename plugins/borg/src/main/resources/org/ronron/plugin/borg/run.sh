# Runs what follows by borgmatic's own Python, which has what reads borgmatic's configuration: the
# first line of the command borgmatic names it. $1 verb, $2 configuration, then the verb's own words.
# Exit: 11 no configuration, 16 a program is missing, 17 the destination is not empty, 18 it lies
# within what is saved, or around it, 19 not a repository of this configuration, 28 no room.
PATH=$PATH:/usr/local/bin:/usr/sbin:/sbin
tool=$(command -v borgmatic) || { echo borgmatic >&2; exit 16; }
python=$(sed -n '1s/^#! *//p' "$tool" 2>/dev/null | tr -d '\000')
case $python in *python*) ;; *) python=python3 ;; esac
# shellcheck disable=SC2086
exec $python -B - "$tool" "$@" <<'RONRON'
