# Runs what follows as the user that owns the configurations. Its arguments, secrets among them, go
# over standard input into that user's shell, never into a list of processes. POSIX sh.
web=$1
shift

words() {
    for word; do
        printf " '"
        printf %s "$word" | sed "s/'/'\\\\''/g"
        printf "'"
    done
    printf '\n'
}

as_web() {
    if [ -z "$web" ] || [ "$web" = "$(id -un)" ]; then
        /bin/sh -s
    else
        sudo -n -u "$web" -- /bin/sh -s
    fi
}

begin() {
    printf 'LC_ALL=C.UTF-8; export LC_ALL\nset --'
    words "$(id -un)" "$(id -u)" "$@"
}

