"""What looking and working share. The passphrase goes from borgmatic's configuration into Borg's
environment and nowhere else. Nothing may ask: standard input is closed and each question is no."""
import sys

sys.path[:] = [place for place in sys.path if place not in ("", ".")]
import glob
import json
import os
import re
import subprocess
from datetime import datetime, timezone

TOOL, VERB, CONFIG = sys.argv[1:4]
WORDS = sys.argv[4:]
SECTIONS = ("location", "storage", "retention", "consistency", "output", "hooks")
DEFAULT = "/etc/borgmatic/config.yaml"
ENVIRONMENT = {
    "borg_base_directory": "BORG_BASE_DIR",
    "borg_config_directory": "BORG_CONFIG_DIR",
    "borg_cache_directory": "BORG_CACHE_DIR",
    "borg_security_directory": "BORG_SECURITY_DIR",
    "borg_keys_directory": "BORG_KEYS_DIR",
    "borg_key_file": "BORG_KEY_FILE",
    "encryption_passcommand": "BORG_PASSCOMMAND",
    "encryption_passphrase": "BORG_PASSPHRASE",
    "ssh_command": "BORG_RSH",
    "remote_path": "BORG_REMOTE_PATH",
    "temporary_directory": "TMPDIR",
}
NO = (
    "BORG_RELOCATED_REPO_ACCESS_IS_OK",
    "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK",
    "BORG_CHECK_I_KNOW_WHAT_I_AM_DOING",
    "BORG_DELETE_I_KNOW_WHAT_I_AM_DOING",
)
# How borg ends, by its message's id, else by its exit status where that says more than 2 (1.4).
IDS = {
    "LockTimeout": "locked",
    "Cache.RepositoryAccessAborted": "moved",
    "Cache.CacheInitAbortedError": "not-known",
    "PassphraseWrong": "passphrase",
    "NoPassphraseFailure": "passphrase",
    "PasscommandFailure": "passphrase",
    "Repository.DoesNotExist": "missing",
    "Repository.InvalidRepository": "missing",
    "Repository.InsufficientFreeSpaceError": "disk-full",
    "ConnectionClosed": "host-unreachable",
    "ConnectionClosedWithHint": "host-unreachable",
    "IntegrityError": "corrupt",
    "Repository.ObjectNotFound": "corrupt",
    "Repository.CheckNeeded": "corrupt",
}
CODES = {
    13: "missing",
    15: "missing",
    50: "passphrase",
    51: "passphrase",
    52: "passphrase",
    60: "not-known",
    62: "moved",
    73: "locked",
    80: "host-unreachable",
    81: "host-unreachable",
}
LOST = re.compile(r"Data integrity error|No such file or directory: '[^']*/data/\d+/\d+'")
FULL = re.compile(r"No space left on device|Disk quota exceeded")
CHECKPOINT = re.compile(r"\.checkpoint(\.\d+)?$")


def plain(text, longest=300):
    kept = "".join(c if c.isprintable() else " " for c in str(text).encode("utf-8", "replace").decode())
    return " ".join(kept.split())[:longest]


def leave(status, text):
    print(plain(text), file=sys.stderr)
    sys.exit(status)


# --- borgmatic's configuration, with sections (before 1.8) and without


def files():
    user = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    more = ["/etc/borgmatic.d", user + "/borgmatic/config.yaml", user + "/borgmatic.d"]
    found = []
    for place in [CONFIG] + (more if CONFIG == DEFAULT else []):
        if os.path.isdir(place):
            inside = sorted(glob.glob(glob.escape(place) + "/*.y*ml"))
            found += [f for f in inside if os.path.isfile(f) and f.endswith((".yaml", ".yml"))]
        elif os.path.exists(place):
            found.append(place)
    return found


def parsed(path):
    try:
        from borgmatic.config import load

        return load.load_configuration(path)
    except (ImportError, TypeError):
        from ruamel.yaml import YAML

        with open(path, encoding="utf-8") as text:
            return YAML(typ="safe").load(text)


def resolved(value, constants):
    """Constants as {name} and variables as ${NAME} or ${NAME:-other}, as borgmatic has them."""
    if isinstance(value, dict):
        return {name: resolved(inner, constants) for name, inner in value.items()}
    if isinstance(value, list):
        return [resolved(inner, constants) for inner in value]
    if not isinstance(value, str):
        return value
    for name, constant in constants.items():
        value = value.replace("{%s}" % name, str(constant))

    def variable(match):
        return os.environ.get(match.group(1), match.group(3) or "")

    return re.sub(r"(?<!\\)\$\{(\w+)(:?-([^}]*))?\}", variable, value)


class Repository:
    def __init__(self, key, label, path, options, sectioned):
        self.key, self.label, self.options = key, label, options
        self.configs = [(path, options, sectioned)]
        remote = re.match(r"ssh://(?:[^@/]*@)?(\[[^]]*\]|[^:/]*)", key)
        scp = re.match(r"(?:[^@/:]+@)?([^/:]+):", key)
        self.host = (remote or scp).group(1).strip("[]") if remote or scp else ""

    def sources(self):
        return [s for _, o, _ in self.configs for s in map(str, o.get("source_directories") or [])]


def repositories():
    """All, by the place of each, and what could not be read: (path, why)."""
    found, unreadable, paths = {}, [], files()
    if not paths:
        leave(11, CONFIG)
    for path in paths:
        try:
            text = parsed(path) or {}
            text = resolved(text, text.get("constants") or {})
            sectioned = any(isinstance(text.get(name), dict) for name in SECTIONS[:2])
            options = {}
            for name, part in text.items():
                options.update(part if name in SECTIONS and isinstance(part, dict) else {name: part})
            for one in options.get("repositories") or []:
                key = str(one["path"] if isinstance(one, dict) else one)
                label = str(one.get("label") or "") if isinstance(one, dict) else ""
                if not key or not key.isprintable() or len(key) > 500:
                    continue
                if key in found:
                    found[key].configs.append((path, options, sectioned))
                else:
                    found[key] = Repository(key, label, path, options, sectioned)
        except OSError as why:
            unreadable.append((path, why.strerror or "unreadable"))
        except Exception as why:  # whatever a parser throws; its words may hold a line of the file
            unreadable.append((path, type(why).__name__))
    return found, unreadable


def repository(key):
    found = repositories()[0].get(key)
    return found or leave(19, key)


# --- Borg


def environment(options):
    env = {name: value for name, value in os.environ.items() if not name.startswith("BORG_")}
    env.update(TZ="UTC", LC_ALL="C.UTF-8", BORG_EXIT_CODES="modern")
    env.update({name: "no" for name in NO})
    for option, name in ENVIRONMENT.items():
        if options.get(option):
            env[name] = str(options[option])
    return env


def command(repo, *words):
    return [str(repo.options.get("local_path") or "borg"), "--log-json", "--show-rc", *words]


def borg(repo, *words, atmost=60, more=None):
    """Runs it to its end: (exit status, output, errors). What takes too long is ended."""
    try:
        ran = subprocess.run(
            command(repo, *words),
            env=dict(environment(repo.options), **(more or {})),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=atmost,
            cwd="/",
        )
        return ran.returncode, ran.stdout.decode(errors="replace"), ran.stderr.decode(errors="replace")
    except subprocess.TimeoutExpired:
        return 124, "", "no answer within %d s" % atmost
    except FileNotFoundError as gone:
        leave(16, gone.filename)


def lines(text):
    """The lines of Borg's log as objects; what is none is a message of its own."""
    for line in text.splitlines():
        try:
            # a prompt for a passphrase has no end of line: what follows it stands on the same one
            entry = json.loads(line[max(line.find('{"'), 0) :])
        except ValueError:
            entry = None
        if isinstance(entry, dict):
            yield entry
        elif line.strip():
            yield {"type": "text", "message": line}


class Log:
    """What Borg's log says in the end."""

    def __init__(self):
        self.ids, self.errors, self.warnings, self.rest = [], [], [], []
        self.question, self.status, self.lost, self.full = "", None, "", ""

    def take(self, entry):
        message = str(entry.get("message") or "")
        kind, level = entry.get("type"), entry.get("levelname")
        self.lost = self.lost or "".join(m.group(0) for m in LOST.finditer(message))
        self.full = self.full or "".join(m.group(0) for m in FULL.finditer(message))
        if entry.get("name") == "borg.output.show-rc":
            self.status = int((re.findall(r"\d+$", message) or [0])[0])
        elif kind == "question_prompt":
            self.question = message
        elif kind == "log_message" and level in ("ERROR", "CRITICAL"):
            self.ids.append(str(entry.get("msgid") or ""))
            if not message.startswith("Traceback"):
                self.errors.append(message)
        elif kind == "log_message" and level == "WARNING":
            self.warnings.append(message)
        elif kind == "text":
            self.rest.append(message)
        return self

    @staticmethod
    def of(text):
        log = Log()
        for entry in lines(text):
            log.take(entry)
        return log

    def last(self):
        said = (self.errors or self.warnings or self.rest or [""])[-1]
        return plain((self.lost or self.full) if said == "Local Exception" else said) or plain(said)


def judged(verb, status, log):
    """The kind of what went wrong, or none. One status means different things: 1 is a warning of
    create and extract, and of check it says that the repository is damaged."""
    if status == 0 or verb != "check" and (status == 1 or 100 <= status <= 127):
        return None
    known = [IDS[i] for i in log.ids if i in IDS]
    if verb == "check" and status == 1 or 90 <= status <= 99 or log.lost:
        return "corrupt"
    if known or status in CODES:
        return known[0] if known else CODES[status]
    if log.full:
        return "disk-full"
    return "host-unreachable" if status == 124 else "unreadable"


def epoch(naive):
    """Seconds of a time without a zone, told by a Borg that was asked for UTC."""
    try:
        return int(datetime.fromisoformat(naive).replace(tzinfo=timezone.utc).timestamp())
    except (TypeError, ValueError):
        return None


def warm(repo, listed):
    """Whether Borg's cache here is as new as the repository: else to ask for sizes rebuilds it."""
    env, told = environment(repo.options), listed.get("repository", {})
    base = env.get("BORG_BASE_DIR") or os.path.expanduser("~")
    cache = env.get("BORG_CACHE_DIR") or (
        os.path.join(env["XDG_CACHE_HOME"], "borg")
        if env.get("XDG_CACHE_HOME") and not env.get("BORG_BASE_DIR")
        else os.path.join(base, ".cache", "borg")
    )
    try:
        with open(os.path.join(cache, str(told.get("id")), "config"), encoding="utf-8") as text:
            stamp = re.search(r"^timestamp *= *(\S{19})", text.read(), re.M)
    except OSError:
        return False
    return bool(stamp) and stamp.group(1) == str(told.get("last_modified"))[:19]


def info(repo, *words):
    """Borg's info as JSON, or nothing."""
    status, out, _ = borg(repo, "--lock-wait", "3", "info", "--json", *words)
    try:
        return json.loads(out) if status == 0 else {}
    except ValueError:
        return {}


def working(key):
    """Borg's processes on this machine that work with this repository."""
    loud = ("create", "prune", "compact", "check", "extract", "delete", "recreate", "upgrade")
    for number in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % number, "rb") as line:
                words = line.read().decode(errors="replace").split("\0")
        except OSError:
            continue
        verb = [word for word in words if word in loud][:1]
        tool = any(os.path.basename(word) == "borg" for word in words[:2])
        if tool and verb and any(w == key or w.startswith(key + "::") for w in words):
            yield "borg %s (%s)" % (verb[0], number)


def room(place):
    """Bytes free where this would be made."""
    while not os.path.exists(place):
        place = os.path.dirname(place) or "/"
    free = os.statvfs(place)
    return free.f_bavail * free.f_frsize


def refused(repo, destination):
    """Why nothing may be restored there: (exit status, what), or none."""
    real = os.path.realpath(destination)
    places = [found for s in repo.sources() for found in glob.glob(os.path.expanduser(s)) or [s]]
    if not repo.host:
        places.append(os.path.expanduser(repo.key.replace("file://", "")))
    for place in map(os.path.realpath, places):
        if os.path.commonpath([real, place]) in (real, place):
            return 18, place
    if os.path.lexists(destination) and not os.path.isdir(destination):
        return 17, destination
    if os.path.isdir(destination) and os.listdir(destination):
        return 17, destination
    return None
