# What Barman says of all its servers. $1 its configuration, or empty; $2 a destination to look at, or empty.
# libpq waits minutes for a machine that is gone, and one dead server must not hold up the others
export LC_ALL=C.UTF-8 PGCONNECT_TIMEOUT=5
# barman, as it lets go of root, must be able to read where it stands
cd / || exit 24
command -v barman >/dev/null || exit 21
command -v python3 >/dev/null || exit 23
