

# --- looking; nothing is changed

import tempfile

CHANGED = "IDENTIFICATION HAS CHANGED"


def tell(*words):
    print("\t".join(plain(word, 600) for word in words))


def version(*words):
    try:
        said = subprocess.run(words, capture_output=True, stdin=subprocess.DEVNULL, timeout=30).stdout
        return (re.findall(r"\d[\w.]*", said.decode(errors="replace")) or [""])[0]
    except (OSError, subprocess.TimeoutExpired):
        return ""


def borgmatics():
    """By the package beside us: the command takes a second to say it."""
    try:
        from importlib import metadata

        return metadata.version("borgmatic")
    except Exception:  # whatever an unusual installation throws
        return version(TOOL, "--version")


def holder(repo):
    """Who has locked it, where that can be seen: (who, since when, whether it lives here)."""
    place = os.path.join(repo.key, "lock.exclusive")
    try:
        names = [] if repo.host else os.listdir(place)
        since = datetime.fromtimestamp(os.stat(place).st_mtime, timezone.utc) if names else None
    except OSError:
        names = []
    if not names:
        return "", "", False
    found = re.match(r"(.*)@[^@.]*\.(\d+)-", names[0])
    who = "%s (%s)" % found.groups() if found else names[0]
    here = bool(found) and found.group(1).split(".")[0] == os.uname().nodename.split(".")[0]
    alive = here and os.path.exists("/proc/" + found.group(2))
    return who, since.strftime("%Y-%m-%d %H:%M UTC"), alive


def hop(repo):
    """Why the machine cannot be reached, as ssh says it. Borg says the same of every reason."""
    port = re.match(r"ssh://[^/]*:(\d+)/", repo.key)
    user = re.match(r"(?:ssh://)?([^@/:]+)@", repo.key)
    words = str(repo.options.get("ssh_command") or "ssh").split()
    words += ["-o", "BatchMode=yes", "-o", "ConnectTimeout=8"] + (["-p", port.group(1)] if port else [])
    words += [(user.group(1) + "@" if user else "") + repo.host, "borg", "--version"]
    try:
        ran = subprocess.run(words, capture_output=True, stdin=subprocess.DEVNULL, timeout=20)
        return ran.stderr.decode(errors="replace") if ran.returncode else ""
    except (OSError, subprocess.TimeoutExpired):
        return "no answer within 20 s"


def trouble(repo, status, log):
    kind = judged("list", status, log)
    if kind == "moved":
        before = re.search(r"previously located at (.*)", log.question)
        return [kind, "before=" + (before.group(1) if before else "")]
    if kind == "host-unreachable":
        remote = [line.replace("Remote: ", "") for line in log.warnings if line.startswith("Remote: ")]
        why = "\n".join(remote)
        # borg may have left before it has read all that ssh said
        why = why if CHANGED in why else hop(repo) or why
        changed = CHANGED in why
        said = [line for line in why.splitlines() if line.strip(" @\r")]
        kind = "host-key-changed" if changed else kind
        return [kind, "host=" + repo.host, "message=" + plain(said[-1] if said else log.last())]
    return [kind, "message=" + log.last()] if kind else None


def listed(repo):
    """What one repository says: its lines."""
    words = ("list", "--json", "--consider-checkpoints", repo.key)
    status, out, err = borg(repo, "--lock-wait", "3", *words, atmost=45)
    log, busy, told = Log.of(err), [], []
    if judged("list", status, log) == "locked":
        # Borg's own way to look while somebody writes; nothing of it is relied upon but names and times
        busy = list(working(repo.key)) or [""]
        who, since, alive = holder(repo)
        if busy == [""] and not alive:
            told.append(["trouble", "locked", "holder=" + (who or "?"), "since=" + (since or "?")])
        # the one who writes has locked the cache here too, so that look has a cache of its own
        with tempfile.TemporaryDirectory(prefix="ronron-") as own:
            more = {"BORG_CACHE_DIR": own}
            status, out, err = borg(repo, "--bypass-lock", *words, atmost=45, more=more)
        log = Log.of(err)
    try:
        found = json.loads(out) if status == 0 else {}
    except ValueError:
        found, status = {}, 2
    wrong = trouble(repo, status, log)
    if wrong:
        told.append(["trouble", *wrong])
    condition = "UNREADABLE" if status else "BUSY" if busy else "READABLE"
    mode = str(found.get("encryption", {}).get("mode") or "")
    secret = "none" if mode.startswith(("none", "auth")) else mode.split("-")[0]
    if secret == "none":
        told.append(["trouble", "not-encrypted"])
    told += [["secret", secret], ["condition", condition]]
    archives = sorted(reversed(found.get("archives") or []), key=lambda a: str(a.get("start")), reverse=True)
    whole = [str(a.get("name")) for a in archives if not CHECKPOINT.search(str(a.get("name")))]
    last = {}
    if whole and not busy and warm(repo, found):
        last = (info(repo, repo.key + "::" + whole[0]).get("archives") or [{}])[0]
    if archives and not busy and CHECKPOINT.search(str(archives[0].get("name"))):
        told.append(["trouble", "partial", "archive=" + str(archives[0].get("name"))])
    for archive in archives[:400]:
        name, at = str(archive.get("name")), epoch(archive.get("start"))
        stats, cut = last.get("stats", {}), CHECKPOINT.search(name)
        more = name == (whole or [None])[0] and last
        figures = [int(last.get("duration", 0)), stats.get("original_size"), stats.get("nfiles")]
        figures = figures if more else ["", "", ""]
        if at is not None and name.isprintable():
            told.append(["point", name, at, *figures, "CUT" if cut else "DONE"])
    return told


def observe():
    found, unreadable = repositories()
    program = next((str(r.options.get("local_path") or "borg") for r in found.values()), "borg")
    tell("== host")
    tell("version", "borg %s, borgmatic %s" % (version(program, "--version"), borgmatics()))
    tell("name", os.uname().nodename)
    tell("login", os.environ.get("LOGNAME") or subprocess.getoutput("id -un"))
    tell("uid", os.getuid())
    for path, why in unreadable:
        tell("unreadable", path, why)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        for repo, told in zip(found.values(), pool.map(listed, found.values())):
            tell("== repository")
            tell("key", repo.key)
            tell("place", repo.host or os.uname().nodename)
            for source in repo.sources():
                tell("source", source)
            for line in told:
                tell(*line)
    tell("== end")


def newest(repo):
    """What is kept, as JSON, where sizes are known here too; else nothing."""
    status, out, _ = borg(repo, "--lock-wait", "3", "list", "--json", "--last", "1", repo.key)
    try:
        told = json.loads(out) if status == 0 else {}
    except ValueError:
        return {}
    return told if warm(repo, told) else {}


def outlook(verb, key, point, destination):
    repo = repository(key)
    tell("== outlook")
    for line in working(key):
        tell("running", line)
    told = newest(repo)
    if verb == "backup.check":
        size = (info(repo, repo.key).get("cache", {}) if told else {}).get("stats", {}).get("unique_csize")
    else:
        words = [repo.key + "::" + point] if point else ["--last", "1", repo.key]
        last = (info(repo, *words).get("archives") if told else None) or [{}]
        size = last[0].get("stats", {}).get("original_size")
        if verb == "backup.run" and "duration" in last[0]:
            tell("took", int(last[0]["duration"]))
    if size is not None:
        tell("bytes", size)
    if verb == "backup.restore":
        tell("free", room(os.path.realpath(destination)))
    elif verb == "backup.run" and not repo.host:
        tell("free", room(repo.key))
    tell("== end")


def prune(key):
    """The archives that would go, by borgmatic's own dry run, with its own retention."""
    repo = repository(key)
    path, options, sectioned = repo.configs[0]
    listing = json.dumps([key] if sectioned else [{"path": key}])
    words = [TOOL, "--config", path, "--no-color", "--log-file", "/dev/null", "--verbosity", "1", "--dry-run"]
    words += ["--override", ("location." if sectioned else "") + "repositories=" + listing]
    env = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8")
    ran = subprocess.run(
        words + ["prune", "--list"],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=100,
    )
    said = ran.stdout.decode(errors="replace")
    if ran.returncode:
        leave(1, (said.strip() or "borgmatic prune").splitlines()[-1])
    tell("== prune")
    for name in re.findall(r"Would prune: +(.+?) +\w{3}, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \[", said):
        tell("gone", name)
    tell("== end")


def may(key, destination):
    """Before anything: whether something may be restored there."""
    why = refused(repository(key), destination)
    if why:
        leave(*why)
    tell("== end")


{"observe": observe, "outlook": outlook, "prune": prune, "may": may}[VERB](*WORDS)
RONRON
