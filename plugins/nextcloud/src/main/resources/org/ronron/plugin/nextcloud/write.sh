# Changes one instance of the farm. What cannot be made whole is not made: files are written beside
# and then put in their place at once, never over what was there.

# One change at a time on an instance, also when the line to us broke and the one before goes on.
only_one() {
    said=$({ : >>"$saves/.$name.lock"; } 2>&1) || failed 29 "$said"
    exec 9>>"$saves/.$name.lock"
    if ! flock -w 3 9; then exit 13; fi
}

needs_ours() {
    case $(whose "$1") in
    ours) ;;
    absent) failed 11 "$home" ;;
    *) failed 10 "$home" ;;
    esac
}

quoted() {
    printf "'"
    printf %s "$1" | sed "s/[\\\\']/\\\\&/g"
    printf "'"
}

entry() {
    printf "%s'%s' => " "$1" "$2"
    quoted "$3"
    printf ',\n'
}

# As Nextcloud itself writes it, so that its own changes keep the form.
# shellcheck disable=SC2016
config() {
    printf '<?php\n$CONFIG = array (\n'
    entry '  ' ronron_mark "$3"
    printf "  'trusted_domains' => \n  array (\n    0 => "
    quoted "$name.$2"
    printf ',\n  ),\n'
    entry '  ' overwrite.cli.url "https://$name.$2"
    entry '  ' overwriteprotocol https
    entry '  ' datadirectory "$home/data"
    entry '  ' dbtype pgsql
    entry '  ' dbhost "$4:$5"
    entry '  ' dbname "$6"
    entry '  ' dbuser "$7"
    entry '  ' dbpassword "${14}"
    entry '  ' dbtableprefix oc_
    printf "  'objectstore' => \n  array (\n"
    entry '    ' class '\OC\Files\ObjectStore\S3'
    printf "    'arguments' => \n    array (\n"
    entry '      ' bucket "$8"
    entry '      ' key "$9"
    entry '      ' secret "${15}"
    entry '      ' hostname "${10}"
    printf "      'port' => %s,\n      'use_ssl' => %s,\n" "${11}" "${12}"
    entry '      ' region "${13}"
    printf "      'use_path_style' => true,\n      'autocreate' => false,\n    ),\n  ),\n"
    printf "  'upgrade.disable-web' => true,\n  'appstoreenabled' => false,\n);\n"
}

config_write() {
    if [ "$(whose "$3")" != absent ]; then failed 10 "$home"; fi
    new=$configs/.$name.$3.new
    rm -rf -- "$new"
    trap 'rm -rf -- "$new"' EXIT
    said=$(
        {
            mkdir -- "$new" "$new/data" && chmod 750 "$new" "$new/data" &&
                config "$@" | cat >"$new/config.php" &&
                [ "$(tail -n 1 "$new/config.php")" = ');' ] &&
                touch -- "$new/CAN_INSTALL" && farm_wide && sync -- "$new/config.php"
        } 2>&1
    ) || failed 20 "$said"
    if [ "$(whose "$3")" != absent ]; then failed 10 "$home"; fi
    said=$(mv -T -- "$new" "$home" 2>&1) || failed 10 "$said"
}

# What is the same for all (Redis, proxies) stands once beside the instances.
farm_wide() {
    [ ! -e "$configs/farm.config.php" ] || ln -s ../farm.config.php "$new/farm.config.php"
}

config_remove() {
    case $(whose "$2") in
    absent) exit 0 ;;
    other) failed 10 "$home" ;;
    esac
    into=$saves/$name.$2.$(date +%s).config
    if said=$(mv -T -- "$home" "$into" 2>&1); then return; fi
    if [ -e "$home/config.php" ]; then rm -rf -- "$into"; fi
    failed 20 "$said"
}

link_make() {
    if [ -L "$sites/$name.$2" ] && [ "$(readlink -- "$sites/$name.$2")" = "$code" ]; then return; fi
    if [ -e "$sites/$name.$2" ] || [ -L "$sites/$name.$2" ]; then failed 10 "$sites/$name.$2"; fi
    said=$(ln -s -T -- "$code" "$sites/$name.$2" 2>&1) || failed 20 "$said"
}

link_remove() {
    if [ ! -e "$sites/$name.$2" ] && [ ! -L "$sites/$name.$2" ]; then return; fi
    if [ ! -L "$sites/$name.$2" ] || [ "$(readlink -- "$sites/$name.$2")" != "$code" ]; then
        failed 10 "$sites/$name.$2"
    fi
    said=$(rm -- "$sites/$name.$2" 2>&1) || failed 20 "$said"
}

# The list without the instance, then with it or not; a line of it is never lost.
runner() {
    said=$({ : >>"$list.lock"; } 2>&1) || failed 29 "$said"
    exec 8>>"$list.lock"
    if ! flock -w 5 8; then exit 13; fi
    new=$list.new
    trap 'rm -f -- "$new"' EXIT
    said=$({ [ -e "$list" ] || touch -- "$list"; } 2>&1) || failed 20 "$said"
    said=$({ grep -vxF -- "$name" "$list" >"$new" || [ $? -eq 1 ]; } 2>&1) || failed 20 "$said"
    if [ "$verb" = runner.add ]; then
        said=$({ printf '%s\n' "$name" | cat >>"$new"; } 2>&1) || failed 20 "$said"
    fi
    said=$({ sync -- "$new" && mv -T -- "$new" "$list"; } 2>&1) || failed 20 "$said"
}

# Takes the passwords from standard input, so that no list of processes holds them, and hands them to
# Nextcloud's own console as if they had been typed. A command that is not PHP's reads them itself.
# shellcheck disable=SC2016
from_stdin='
$said = explode("\n", stream_get_contents(STDIN));
include getenv("NEXTCLOUD_CONFIG_DIR") . "/config.php";
foreach (["host" => "dbhost", "name" => "dbname", "user" => "dbuser", "pass" => "dbpassword"] as $o => $k) {
    $_SERVER["argv"][] = "--database-$o=" . $CONFIG[$k];
}
$_SERVER["argv"][] = "--admin-pass=" . $said[0];
if ($said[1] !== "") $_SERVER["argv"][] = "--admin-email=" . $said[1];
$argv = $_SERVER["argv"];
$argc = $_SERVER["argc"] = count($argv);
$_SERVER["SCRIPT_NAME"] = $_SERVER["SCRIPT_FILENAME"] = "occ";
unset($CONFIG, $said, $o, $k);
require "console.php";
'

is_php() {
    for word; do
        case ${word##*/} in php | php[0-9]*) return 0 ;; esac
    done
    return 1
}

fresh_install() {
    cd "$code" || exit 71
    set -f
    NC_INSTANCE=$name NEXTCLOUD_CONFIG_DIR=$home
    export NC_INSTANCE NEXTCLOUD_CONFIG_DIR
    admin=$1
    # shellcheck disable=SC2086
    set -- ${command% *}
    if [ "${command##* }" = occ ] && is_php "$@"; then
        set -- "$@" -r "$from_stdin" --
    else
        # shellcheck disable=SC2086
        set -- $command
    fi
    exec "$@" maintenance:install --no-interaction --no-warnings --database=pgsql \
        --admin-user="$admin" --data-dir="$home/data"
}

app_install() {
    needs_ours "$2"
    if [ -e "$home/installing" ] || ! is installed "$(status)"; then
        # An attempt of ours that was cut has left tables, and nothing that a person put there.
        if [ -e "$home/installing" ]; then
            said=$(as_space psql -XAtqc 'drop owned by current_user' 2>&1) || failed 15 "$said"
            not_installed
        fi
        said=$({ printf '%s\n' "$2" | cat >"$home/installing"; } 2>&1) || failed 20 "$said"
        said=$(printf '%s\n%s\n' "$5" "$4" | (fresh_install "$3") 2>&1) || failed 15 "$said"
        if ! is installed "$(status)"; then failed 14 "$said"; fi
        rm -f -- "$home/installing"
    fi
    where=$(value overwrite.cli.url)
    told config:system:set trusted_domains 0 --value="${where#https://}"
    told background:cron
}

told() {
    said=$(occ "$@" 2>&1) || failed 15 "$said"
}

not_installed() {
    said=$({ grep -v "^ *'installed' => " "$home/config.php" >"$home/.config.new" &&
        mv -T -- "$home/.config.new" "$home/config.php" && touch -- "$home/CAN_INSTALL"; } 2>&1) ||
        failed 20 "$said"
}

# The installer logs the first account in once; whoever came two minutes later is a person.
somebody_came() {
    begun=$(occ config:app:get core installedat 2>/dev/null | sed 's/[.].*//')
    case $begun in '' | *[!0-9]*) return 0 ;; esac
    seen=$(occ user:lastseen --all 2>&1) || failed 15 "$seen"
    printf '%s\n' "$seen" | grep -v 'has never logged in\.$' | while read -r line; do
        at=$(date -d "${line##*last login: }" +%s 2>/dev/null) || echo someone
        if [ "${at:-0}" -gt $((begun + 120)) ]; then echo someone; fi
    done | grep -q someone
}

app_uninstall() {
    if [ "$(whose "$2")" = absent ]; then return; fi
    needs_ours "$2"
    if is installed "$(status)" && [ ! -e "$home/installing" ]; then
        if somebody_came; then failed 12 "$home"; fi
        save "$saves/$name.$2.uninstall.dump"
    fi
    said=$(as_space psql -XAtqc 'drop owned by current_user' 2>&1) || failed 15 "$said"
    not_installed
    rm -f -- "$home/installing"
}

# Restored by: pg_restore --no-owner -d DATABASE FILE. A copy of that name from before stays beside it,
# under the time at which it was made.
save() {
    for program in pg_dump pg_restore psql; do
        if ! has $program; then failed 16 $program; fi
    done
    part=$1.part
    trap 'rm -f -- "$part"' EXIT
    said=$({ as_space pg_dump -Fc --no-password >"$part"; } 2>&1) || failed 17 "$said"
    said=$(pg_restore --list -- "$part" 2>&1 >/dev/null) || failed 17 "$said"
    said=$(
        {
            sync -- "$part" &&
                if [ -e "$1" ]; then
                    ln -T -- "$1" "${1%.dump}.$(date -r "$1" +%s).$$.dump"
                fi && mv -T -- "$part" "$1"
        } 2>&1
    ) || failed 17 "$said"
}

database_save() {
    if [ ! -e "$home/config.php" ]; then failed 11 "$home"; fi
    save "$saves/$name.$2.dump"
}

office_set() {
    case $2 in
    collabora) other=onlyoffice app=richdocuments key=wopi_url ;;
    onlyoffice) other=richdocuments app=onlyoffice key=DocumentServerUrl ;;
    none) other=richdocuments app='' key='' ;;
    esac
    if [ -n "$app" ]; then
        told app:enable "$app"
        told config:app:set "$app" "$key" --value="$3"
        if [ "$(occ config:app:get "$app" "$key" 2>/dev/null)" != "$3" ]; then failed 14 "$said"; fi
    else
        off onlyoffice
    fi
    off "$other"
}

off() {
    if [ "$(occ config:app:get "$1" enabled 2>/dev/null)" = yes ]; then told app:disable "$1"; fi
}

maintenance() {
    told maintenance:mode "$1"
    on=false
    now=$(status)
    if is maintenance "$now"; then on=true; fi
    if [ -z "$now" ] || [ $on != "$2" ]; then failed 14 "$said"; fi
}

only_one
case $verb in
config.write) config_write "$@" ;;
config.remove) config_remove "$@" ;;
link.make) link_make "$@" ;;
link.remove) link_remove "$@" ;;
runner.add | runner.remove) runner ;;
app.install) app_install "$@" ;;
app.uninstall) app_uninstall "$@" ;;
office.set) office_set "$@" ;;
app.off) maintenance --on true ;;
app.on) maintenance --off false ;;
database.save) database_save "$@" ;;
esac
