

# --- work under a receipt, in the folder of the receipt; how far it is stands in the file "said"

import hashlib
import time

WARNINGS = 10
FIRST_WORDS = 120


def say(text):
    with open("said.new", "w", encoding="utf-8") as line:
        line.write(plain(text) + "\n")
    os.replace("said.new", "said")


def end(status, text):
    say(text)
    sys.exit(status)


def failed(verb, status, log):
    kind = judged(verb, status, log) or "unreadable"
    # a check that could not look says nothing of the repository: only "corrupt" is its failure
    end(WARNINGS if VERB == "backup.check" and kind != "corrupt" else 1, "%s: %s (borg %s, %d)" % (kind, log.last(), verb, status))


def size(count):
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if count < 1000 or unit == "TB":
            return ("%d %s" if unit == "B" else "%.1f %s") % (count, unit)
        count /= 1000


def run(words, env, told, place=None):
    """Runs it, and says how far it is at most once a second: (exit status, what its log said)."""
    log, said = Log(), 0.0
    # borg's own words stay for whoever reads the receipt; those of progress alone are many
    process = subprocess.Popen(
        words, env=env, stdin=subprocess.DEVNULL, stdout=sys.stderr, stderr=subprocess.PIPE, cwd=place
    )
    for raw in process.stderr:
        line = raw.decode(errors="replace").rstrip("\n")
        for entry in lines(line):
            progress = str(entry.get("type", "")).endswith(("_progress", "progress_percent"))
            text = told(entry) if progress else ""
            if text and time.monotonic() - said > 1:
                say(text)
                said = time.monotonic()
            elif not progress:
                print(line, file=sys.stderr, flush=True)
            log.take(entry)
    return process.wait(), log


def archives(repo, *words):
    status, out, err = borg(repo, "--lock-wait", "60", *words, atmost=3600)
    if status:
        failed(words[0], status, Log.of(err))
    return json.loads(out)


def percent(what):
    def told(entry):
        current, total = entry.get("current"), entry.get("total")
        return "%s: %d %%" % (what, 100 * current / total) if current and total else ""

    return told


def make(key):
    """By borgmatic, so that what its configuration does before and after is done as well."""
    repo, begun = repository(key), time.time()
    last = info(repo, "--last", "1", key).get("archives") or [{}]
    before = last[0].get("stats", {})

    def told(entry):
        if "nfiles" not in entry:
            return ""
        now = "%d files, %s" % (entry["nfiles"], size(entry.get("original_size", 0)))
        return now + (
            "; last time %d files, %s" % (before["nfiles"], size(before["original_size"])) if before else ""
        )

    say("0 files")
    warned = []
    chooses = b"--repository" in subprocess.run(
        [TOOL, "create", "--help"], capture_output=True, stdin=subprocess.DEVNULL
    ).stdout
    for path, options, sectioned in repo.configs:
        storage, location = ("storage.", "location.") if sectioned else ("", "")
        own = str((options.get("extra_borg_options") or {}).get("create") or "")
        words = [TOOL, "--config", path, "--no-color", "--log-file", "/dev/null"]
        words += ["--override", storage + "extra_borg_options.create=" + json.dumps((own + " --log-json --show-rc").strip())]
        if not chooses:
            listing = json.dumps([key] if sectioned else [{"path": key}])
            words += ["--override", location + "repositories=" + listing]
        words += ["create", "--progress"] + (["--repository", key] if chooses else [])
        env = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8")
        status, log = run(words, env, told)
        if log.status not in (None, 0, 1) and not 100 <= log.status <= 127:
            failed("create", log.status, log)
        if status:
            end(1, "backup-failed: %s (borgmatic create, %d)" % (plain((log.rest or [log.last()])[-1]), status))
        warned += log.warnings if log.status else []
    made = (info(repo, "--last", "1", key).get("archives") or [{}])[0]
    # borgmatic ends well too where something before the backup said that it is not the time
    if (epoch(made.get("start")) or 0) < int(begun) - 1:
        end(1, "backup-failed: borgmatic ended well and made no archive")
    stats = made.get("stats", {})
    text = "%d files, %s, %s new" % (
        stats.get("nfiles", 0),
        size(stats.get("original_size", 0)),
        size(stats.get("deduplicated_size", 0)),
    )
    if warned:
        end(WARNINGS, "%s; %d warnings: %s" % (text, len(warned), warned[0][:FIRST_WORDS]))
    end(0, text)


def check(key, data):
    """By Borg itself: borgmatic leaves checks out that are not due, and some versions call a damaged
    repository checked (its issue 1252)."""
    repo = repository(key)
    words = ["--lock-wait", "60", "--info", "--progress", "check"] + (["--verify-data"] if data == "true" else []) + [key]
    say("0 %")
    status, log = run(command(repo, *words), environment(repo.options), percent("checked"))
    if status:
        failed("check", status, log)
    found = archives(repo, "list", "--json", key)
    what = "all data read" if data == "true" else "repository and archives"
    end(0, "%s, %d archives, no problem found" % (what, len(found.get("archives") or [])))


def entries(repo, archive, keys):
    """What is in the archive, one by one."""
    words = command(repo, "--lock-wait", "60", "list", "--json-lines", "--format", keys, archive)
    with open("list.err", "wb") as err:
        process = subprocess.Popen(
            words,
            env=environment(repo.options),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=err,
            cwd="/",
        )
        for line in process.stdout:
            yield json.loads(line)
    status = process.wait()
    if status:
        with open("list.err", encoding="utf-8", errors="replace") as text:
            failed("list", status, Log.of(text.read()))


def places(base, path):
    """Where it came to lie. Borg's JSON has ? for bytes that are no UTF-8."""
    found = [base]
    for part in path.split("/"):
        found = [
            os.path.join(place, name)
            for place in found
            for name in ([part] if os.path.lexists(os.path.join(place, part)) else inside(place))
            if name.encode("utf-8", "replace").decode() == part
        ]
    return found


def inside(place):
    return os.listdir(place) if os.path.isdir(place) and not os.path.islink(place) else []


def digest(place):
    if os.path.islink(place) or not os.path.isfile(place):
        return ""
    found = hashlib.sha256()
    with open(place, "rb") as file:
        while part := file.read(1 << 20):
            found.update(part)
    return found.hexdigest()


def same(base, entry):
    """Whether what lies there is what the archive holds."""
    kind, there = entry.get("type"), places(base, str(entry.get("path")))
    if kind == "-" and entry.get("source"):
        first = [digest(p) for p in places(base, str(entry["source"]))]
        return any(digest(p) in first for p in there)
    if kind == "-":
        return any(digest(p) == entry.get("sha256") for p in there)
    if kind == "l":
        return any(os.path.islink(p) and plain(os.readlink(p)) == plain(entry.get("source")) for p in there)
    return bool(there)


def restore(key, point, destination):
    repo = repository(key)
    why = refused(repo, destination)
    if why:
        end(1, ("not-empty: " if why[0] == 17 else "in-source: ") + why[1])
    archive = key + "::" + point
    say("sizes are added up")
    whole = files = 0
    for entry in entries(repo, archive, "{size}"):
        files += entry.get("type") == "-"
        whole += entry.get("size") or 0
    if whole > room(os.path.realpath(destination)):
        end(1, "disk-full: %s are needed in %s" % (size(whole), destination))
    os.makedirs(destination, mode=0o700, exist_ok=True)
    words = command(repo, "--lock-wait", "60", "--progress", "extract", archive)
    status, log = run(words, environment(repo.options), percent("restored"), destination)
    if judged("extract", status, log):
        failed("extract", status, log)
    seen = done = 0
    wrong, last = [], time.monotonic()
    for entry in entries(repo, archive, "{sha256}{size}"):
        if not same(destination, entry):
            wrong.append(str(entry.get("path")))
        if entry.get("type") == "-":
            seen += 1
            done += entry.get("size") or 0
        if time.monotonic() - last > 1:
            say("compared: %d files of %d" % (seen, files))
            last = time.monotonic()
    there = sum(
        os.path.isfile(os.path.join(at, name)) and not os.path.islink(os.path.join(at, name))
        for at, _, names in os.walk(destination)
        for name in names
    )
    if wrong or there != seen:
        end(1, "differs: %d files of %d, %d came back; %s" % (len(wrong), seen, there, (wrong or [""])[0]))
    text = "%d files, %d bytes, all hashes equal" % (seen, done)
    if log.warnings:
        end(WARNINGS, "%s; %d warnings: %s" % (text, len(log.warnings), log.warnings[0][:FIRST_WORDS]))
    end(0, text)


try:
    {"backup.run": make, "backup.check": check, "backup.restore": restore}[VERB](*WORDS)
except SystemExit as ended:
    if isinstance(ended.code, int) and ended.code not in (0, 1, WARNINGS):
        say("unreadable: ended with %d" % ended.code)
    raise
RONRON
