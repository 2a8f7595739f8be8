# Asks Barman 3.4 to 3.13 and tells what it says, one fact a line, words by tabs. Keys of either version are read;
# what is missing stays empty. Passwords of connection strings never leave this machine.
import calendar, datetime, json, os, pwd, re, subprocess, sys, time

CONFIG, DESTINATION = sys.argv[1], sys.argv[2]
BARMAN = ["barman"] + (["-c", CONFIG] if CONFIG else [])
UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2678400}
GOOD = "DONE"


def say(*words):
    print("\t".join(re.sub(r"[\t\r\n]+", " ", "" if w is None else str(w)).strip()[:400] for w in words))


def ask(*words):
    try:
        done = subprocess.run(BARMAN + list(words), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=60)
        return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        return "", "barman %s did not end within a minute" % words[-1]


def obj(text):
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def servers(told):
    """Warnings of the configuration stand beside the servers, under keys that begin with _."""
    return {k: v for k, v in told.items() if not k.startswith("_")}


def fail(said):
    sys.stderr.write(said.strip()[-600:] + "\n")
    sys.exit(20 if "please run barman as" in said else 22 if "onfiguration file" in said else 24)


def where(conninfo, machine):
    uri = re.match(r"postgres(?:ql)?://(?:[^@/]*@)?(\[[^\]]*\]|[^:/?,]*)(?::(\d+))?", conninfo)
    if uri:
        host, port = uri.group(1).strip("[]"), uri.group(2)
    else:
        pairs = dict(re.findall(r"(\w+)\s*=\s*('(?:[^'\\]|\\.)*'|\S+)", conninfo))
        host = (pairs.get("host") or pairs.get("hostaddr") or "").strip("'").split(",")[0]
        port = pairs.get("port", "").strip("'").split(",")[0]
    # by a socket: the database is on this very machine
    host = machine if not host or host.startswith("/") else host
    return "[%s]" % host if ":" in host else host, port or "5432"


def milliseconds(age):
    found = re.findall(r"(\d+)\s*(second|minute|hour|day|week|month)", (age or "").lower())
    return sum(1000 * int(n) * UNITS[unit] for n, unit in found) or ""


def epoch(text):
    """Only times with a zone: what has none is local to somebody."""
    found = re.match(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?([+-])(\d\d):?(\d\d)$", str(text or ""))
    if not found:
        return None
    day, clock, sign, hours, minutes = found.groups()
    at = calendar.timegm(time.strptime(day + clock, "%Y-%m-%d%H:%M:%S"))
    off = int(hours) * 3600 + int(minutes) * 60
    return at - off if sign == "+" else at + off


def began(name):
    """A backup's name is when it began, in this machine's own time: all that one which never ended tells."""
    try:
        return int(time.mktime(time.strptime(name[:15], "%Y%m%dT%H%M%S")))
    except ValueError:
        return ""


def whole(value):
    try:
        return int(float(value))
    except (TypeError, ValueError):
        return ""


def busy(config, name):
    """Barman holds a lock with its number in it; the file stays when it dies."""
    try:
        with open("%s/.%s-backup.lock" % (config.get("barman_lock_directory") or "", name)) as lock:
            pid = int(lock.readline())
        with open("/proc/%d/cmdline" % pid, "rb") as words:
            line = words.read().replace(b"\0", b" ").decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
    return line if "barman" in line and "backup" in line else ""


def tell_points(name, backups, rows):
    points = {}
    for key, told in backups.items():
        took = (told.get("copy_stats") or {}).get("total_time") or (told.get("copy_stats") or {}).get("copy_time")
        begin, end = epoch(told.get("begin_time")), epoch(told.get("end_time"))
        took = took or (end - begin if end and begin else "")
        points[key] = [told.get("status"), end or begin, whole(1000 * took if took else ""),
                       whole(told.get("size")), "-", told.get("error")]
    for row in rows:
        point = points.setdefault(row.get("backup_id") or "", [None, None, "", "", "-", ""])
        point[0] = row.get("status") or point[0]
        point[1] = point[1] or whole(row.get("end_time_timestamp"))
        point[3] = point[3] or whole(row.get("size_bytes"))
        point[4] = row.get("retention_status") or "-"
    for key in sorted(points, reverse=True)[:400]:
        status, at, took, size, retention, error = points[key]
        say("point", name, key, status, at or began(key), took, size, retention, error)


def segments(folder):
    """The WAL files that are kept, by timeline; no .history, .backup or .partial."""
    found = {}
    for inner in os.listdir(folder):
        if re.match(r"[0-9A-F]{16}$", inner):
            for wal in os.listdir(os.path.join(folder, inner)):
                if re.match(r"[0-9A-F]{24}$", wal):
                    found.setdefault(int(wal[:8], 16), set()).add(wal)
    return found


def tell_holes(name, config, backups):
    good = sorted((b for b in backups.values() if b.get("status") == GOOD and b.get("begin_wal") and b.get("end_wal")),
                  key=lambda b: b.get("backup_id") or "")
    # where the folder itself is gone, Barman's check of its directories says so
    if not good or not os.path.isdir(config.get("wals_directory") or ""):
        return
    # a log id holds as many files as fit into 4 GiB: with files of 16 MiB, FF is followed by 00 of the next
    each = 0x100000000 // (good[-1].get("xlog_segment_size") or 0x1000000)

    def number(wal):
        return int(wal[8:16], 16) * each + int(wal[16:24], 16)

    def hole(line, first, last):
        label = ["%08X%08X%08X" % (line, n // each, n % each) for n in (first, last)]
        newest = last >= number(good[-1]["begin_wal"])
        say("hole", name, label[0], label[1], last - first + 1, "newest" if newest else "older")

    begin = number(good[0]["begin_wal"])
    reach = begin - 1
    for line, wals in sorted(segments(config["wals_directory"]).items()):
        kept = sorted(n for n in map(number, wals) if n >= begin)
        if line < int(good[0]["begin_wal"][:8], 16) or not kept:
            continue
        # a timeline forks off an earlier one: it may begin before that one's end, never beyond it
        at = min(reach, kept[0] - 1)
        for n in kept:
            if n > at + 1:
                hole(line, at + 1, n - 1)
            at = n
        reach = max(reach, at)
    last = number(good[-1]["end_wal"])
    if last > reach:
        hole(int(good[-1]["end_wal"][:8], 16), reach + 1, last)


def destination(path, config, told):
    """Whether something could be restored there."""
    real = os.path.realpath(path)
    kept = [config.get("barman_home")] + [(s.get("config") or {}).get("backup_directory") for s in told.values()]
    running = [(s.get("status") or {}).get("data_directory") for s in told.values()]
    for taken in [os.path.realpath(p) for p in kept + running if p]:
        if (real + "/").startswith(taken + "/") or (taken + "/").startswith(real + "/"):
            return "inside"
    up = real
    while up != "/":
        if up != real and os.path.exists(up + "/PG_VERSION"):
            return "inside"
        up = os.path.dirname(up)
    if not os.path.isdir(os.path.dirname(real)):
        return "nowhere"
    if os.path.lexists(path) and (not os.path.isdir(path) or os.listdir(path)):
        return "taken"
    return "free"


def room(path):
    try:
        at = os.statvfs(path)
        return at.f_blocks * at.f_frsize, at.f_bavail * at.f_frsize
    except OSError:
        return "", ""


out, err = ask("diagnose")
told = obj(out)
if not told.get("servers") and not told.get("global"):
    fail(err or out)
overall = (told.get("global") or {}).get("config") or {}
told_servers = servers(told.get("servers") or {})
checks = servers(obj(ask("-f", "json", "check", "all")[0]))
rows = servers(obj(ask("-f", "json", "list-backup", "all")[0]))
machine = subprocess.check_output(["uname", "-n"]).decode("utf-8", "replace").strip()

say("version", ((told.get("global") or {}).get("system_info") or {}).get("barman_ver"))
say("machine", machine)
say("account", pwd.getpwuid(os.getuid()).pw_name, overall.get("barman_user") or "barman")
say("home", overall.get("barman_home"), *room(overall.get("barman_home") or "/"))
for name in sorted(set(told_servers) | set(checks) | set(rows)):
    server = told_servers.get(name) or {}
    config, status = server.get("config") or {}, server.get("status") or {}
    backups = {k: b for k, b in (server.get("backups") or {}).items() if isinstance(b, dict)}
    host, port = where(config.get("conninfo") or "", machine)
    say("server", name, host, port, config.get("backup_method"), config.get("basebackups_directory"),
        milliseconds(config.get("last_backup_maximum_age")), status.get("connection_error"), busy(config, name))
    for key, check in sorted((checks.get(name) or {}).items()):
        if isinstance(check, dict) and check.get("status") == "FAILED":
            say("check", name, key, check.get("hint"))
    tell_points(name, backups, [r for r in rows.get(name) or [] if isinstance(r, dict)])
    wals = ((server.get("wals") or {}).get("last_archived_wal_per_timeline") or {}).values()
    for wal in sorted((w for w in wals if isinstance(w, dict) and w.get("time")), key=lambda w: w["time"])[-1:]:
        say("wal", name, whole(wal["time"]), wal.get("name"))
    try:
        tell_holes(name, config, backups)
    except OSError as e:
        say("check", name, "wals", e)
if DESTINATION:
    up = os.path.realpath(DESTINATION)
    while not os.path.isdir(up):
        up = os.path.dirname(up)
    say("destination", destination(DESTINATION, overall, told_servers), room(up)[1])
say("end")
