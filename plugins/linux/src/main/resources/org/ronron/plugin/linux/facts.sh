# What this machine says of itself. Arguments: those of config, then paths of certificates. POSIX sh
# (dash, bash, BusyBox); changes nothing and asks for no right. A section stands between "== name"
# lines; one whose tool is missing, slow or not allowed is left out, and so is "not known". The last
# line tells a whole answer from one that was cut.
LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin
export LC_ALL PATH

has() { command -v "$1" >/dev/null 2>&1; }

clip() { head -n 300 | cut -c 1-400; }

section() { printf '\n== %s\n' "$1"; }

# What may hang (a dead daemon, a dead network disk) runs only where it can be stopped.
within() {
    has timeout || return 127
    timeout "$@" 2>/dev/null
}

# One section with the output of a command, if the command went well.
told() {
    name=$1
    shift
    if said=$("$@" 2>/dev/null); then
        section "$name"
        printf '%s\n' "$said" | clip
    fi
}

# df answers 1 when one of many mounts may not be looked at; the others count.
disks() {
    within 3 df -P -k || [ $? -eq 1 ]
}

memory() {
    awk '/^MemTotal:/ { printf "%.0f\n", $2 * 1024 }' /proc/meminfo
}

# Without caches, which give way; a kernel before 3.14 does not tell.
used() {
    awk '/^MemTotal:/ { all = $2 }
        /^MemAvailable:/ { printf "%.0f\n", (all - $2) * 1024 }' /proc/meminfo
}

cores() {
    nproc || getconf _NPROCESSORS_ONLN || grep -c '^processor' /proc/cpuinfo
}

# MHz of all cores together: of the fastest step where the kernel tells it, else of what each core
# runs at now. Many ARM boards tell neither.
speed() {
    max=/sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq
    if [ -r $max ]; then
        echo $(($(cores) * $(cat $max) / 1000))
    else
        awk -F: '/^cpu MHz/ { mhz += $2 } END { if (!mhz) exit 1; printf "%.0f\n", mhz }' \
            /proc/cpuinfo
    fi
}

# Addresses that others can reach. Those of container and virtual bridges are the same on many
# machines and would make two of them look like one.
addresses() {
    if has ip; then
        ip -o addr show | awk '
            $2 ~ /^(lo|docker|br-|podman|cni|virbr|veth|lxc|lxd|nomad|flannel|cali)/ { next }
            $3 ~ /^inet6?$/ { print $4 }'
    elif has hostname && hostname -I; then
        :
    else
        awk '/32 host LOCAL/ { print last } { last = $2 }' /proc/net/fib_trie
    fi | tr ' ' '\n' | sed 's,/.*,,' | grep -Ev '^(127\.|169\.254\.|fe80:|::1$|$)' | sort -u
}

# What the machine is made of, the surest sign first: container, virtual or physical.
machine() {
    found=$(systemd-detect-virt || true)
    case $found in
    docker | podman | lxc* | openvz | systemd-nspawn | rkt | wsl | proot | pouch | *-other)
        echo container
        return
        ;;
    esac
    if [ -e /run/.containerenv ] || [ -e /.dockerenv ]; then
        echo container
    elif [ "${found:-none}" != none ] || grep -q '^flags.* hypervisor' /proc/cpuinfo; then
        echo virtual
    elif [ "$found" = none ] || grep -q '^flags' /proc/cpuinfo; then
        echo physical
    else
        case $(cat /sys/class/dmi/id/sys_vendor /sys/class/dmi/id/product_name) in
        *QEMU* | *KVM* | *VMware* | *Xen* | *Virtual* | *OpenStack* | *Amazon* | *Google*) echo virtual ;;
        *) [ -r /proc/device-tree/model ] && echo physical ;;
        esac
    fi
}

# Only where an engine is in use: the first "podman ps" of a user would make its store.
containers() {
    store=${XDG_DATA_HOME:-$HOME/.local/share}/containers/storage
    if [ "$(id -u)" = 0 ]; then store=/var/lib/containers/storage; fi
    if [ -d "$store" ]; then engine podman; fi
    if [ -S /var/run/docker.sock ] && [ -w /var/run/docker.sock ]; then engine docker; fi
}

engine() {
    if has "$1" && list=$(within 3 "$1" ps -a --format '{{.ID}}|{{.Names}}|{{.Image}}|{{.Status}}')
    then
        section "$1"
        printf '%s\n' "$list" | clip
    fi
}

# Engines that only root may ask here; whether it is asked is a person's wish.
engines() {
    for engine in /usr/bin/podman /usr/bin/docker; do
        if [ -x "$engine" ]; then echo "$engine"; fi
    done
}

account() {
    echo "uid $(id -u)"
    echo "name $(id -un)"
}

# Counted in a simulation that takes no lock, from the lists that are there; without lists, or without
# those of security updates, nothing is counted. Only root could renew apt's cache by looking: root
# looks without it.
updates() {
    has apt-get && lists _Packages || return 1
    set -- -s -q -o Debug::NoLocking=true
    if [ "$(id -u)" = 0 ]; then
        set -- "$@" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
    fi
    plan=$(within 8 apt-get "$@" --with-new-pkgs upgrade) || return 1
    if lists '[Ss]ecurity.*_Packages'; then source=yes; else source=no; fi
    printf '%s\n' "$plan" | awk -v source=$source '
        /^Inst / { all++; if ($0 ~ /\([^)]*-[Ss]ecurity/) safe++ }
        END { printf "all %d\n", all; if (source == "yes") printf "security %d\n", safe }'
    if listed=$(date -u -r /var/lib/apt/lists +%Y-%m-%d); then echo "listed $listed"; fi
}

lists() {
    ls /var/lib/apt/lists | grep -q "$1"
}

# Debian's and Ubuntu's packages leave this behind when they want a restart.
reboot() {
    [ -e /run/reboot-required ] || [ -e /var/run/reboot-required ]
}

# Timers in memory, one a line: name, what it starts, how it is ("off" when it is switched on and does
# not wait), since when, its last start, its calendar. Moments in UTC; "-" is never, or not known.
# By "show", since "list-timers" tells neither the calendar nor whether one is switched on.
timers() {
    said=$(TZ=UTC within 4 systemctl --all show '*.timer' --no-pager -p Id,Unit,ActiveState \
        -p UnitFileState,ActiveEnterTimestamp,LastTriggerUSec,TimersCalendar) || return 1
    printf '%s\n' "$said" | awk '
        function moment(text, part) {
            return split(text, part, " ") == 4 && part[4] == "UTC" ? part[2] "T" part[3] "Z" : "-"
        }
        function tell(state) {
            state = is["ActiveState"]
            if (state != "active" && is["UnitFileState"] ~ /^enabled/) state = "off"
            if (is["Id"] ~ /\.timer$/)
                print is["Id"], is["Unit"], state, moment(is["ActiveEnterTimestamp"]),
                    moment(is["LastTriggerUSec"]), is["TimersCalendar"]
            split("", is)
        }
        /^$/ { tell(); next }
        {
            at = index($0, "=")
            key = substr($0, 1, at - 1)
            value = substr($0, at + 1)
            sub(/^\{ OnCalendar=/, "", value)
            sub(/ ; next_elapse=.*/, "", value)
            if (!(key in is)) is[key] = value
        }
        END { tell() }'
}

# Certificates at these paths, and those of certbot where this account may look: end, path, subject.
certificates() {
    has openssl || return 1
    left=200
    for at in "$@" /etc/letsencrypt/live/*/cert.pem; do
        if [ $((left -= 1)) -lt 0 ]; then
            echo "closed /etc/letsencrypt/live"
            return
        fi
        certificate "$at"
    done
    if [ -d /etc/letsencrypt/live ] && ! ls /etc/letsencrypt/live >/dev/null; then
        echo "closed /etc/letsencrypt/live"
    fi
}

# Where private keys are kept nothing is opened, not even by a link.
certificate() {
    real=$(readlink -f "$1") || return
    case $1$real in *etc/ssl/private/*) return ;; esac
    [ -f "$real" ] && [ -r "$real" ] || return
    said=$(within 2 openssl x509 -in "$real" -noout -enddate -subject) || return
    printf '%s\n' "$said" | at=$1 awk '
        /^notAfter=/ {
            sub(/^notAfter=/, "")
            month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $1) + 2) / 3
            end = sprintf("%04d-%02d-%02dT%sZ", $4, month, $2, $3)
        }
        sub(/^subject= */, "") { subject = $0 }
        END { print end "|" ENVIRON["at"] "|" subject }'
}

main() {
    told name uname -n
    told os sed -n "s/^PRETTY_NAME=//p" /etc/os-release
    told kernel uname -sr
    told uptime cut -d . -f 1 /proc/uptime
    told memory memory
    told used used
    told cores cores
    told speed speed
    told machine machine
    told addresses addresses
    told disks disks
    if [ -d /run/systemd/system ] && has systemctl; then
        told units within 3 systemctl list-units --failed --no-legend --plain --no-pager
        told timers timers
    fi
    containers
    told engines engines
    told account account
    told updates updates
    told reboot reboot
    told config config "$@"
    if [ $# -gt 2 ]; then shift 2; else set --; fi
    told certificates certificates "$@"
    section end
}

main "$@" </dev/null 2>/dev/null
