package org.ronron.plugin.borg;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.JobFact;
import org.ronron.api.Json;
import org.ronron.api.Plain;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;
import org.ronron.receipt.Receipts;

/** Begins work under a receipt, and tells how far it is. Nothing is taken back. */
record BorgActions(Borg borg) implements Actions {
    private static final Duration LOOK = Duration.ofSeconds(90);
    private static final List<String> VERBS = List.of(Backups.RUN, Backups.CHECK, Backups.RESTORE);

    @Override
    public ActionSpec describe(Action action) {
        if (!VERBS.contains(action.verb())) {
            throw new IllegalArgumentException(action.verb());
        }
        String login = "ssh -p " + setting("port") + " " + setting("user") + "@" + setting("host");
        String call = login + " " + quoted(call(action));
        return new ActionSpec(StepClass.PROBEABLE, call, Borg.text(action, "receipt"), LOOK);
    }

    private String setting(String key) {
        return borg.host().setting(key).orElse("");
    }

    /** What one would type; the environment is that of borgmatic's configuration. */
    private static String call(Action action) {
        String key = quoted(Borg.text(action, "key"));
        String point = quoted(Borg.text(action, "key") + "::" + Borg.text(action, "point"));
        String to = quoted(Borg.text(action, "destination"));
        String data = Borg.text(action, "data").equals("true") ? "--verify-data " : "";
        return switch (action.verb()) {
            case Backups.RUN -> "borgmatic create --repository " + key;
            case Backups.CHECK -> "borg check " + data + key;
            default -> "mkdir -p " + to + " && cd " + to + " && borg extract " + point;
        };
    }

    /** As it is where nothing of it means something to a shell. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9@%_+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        String receipt = borg.argument(action, "receipt", true);
        String key = borg.argument(action, "key", true);
        boolean restores = action.verb().equals(Backups.RESTORE);
        String point = borg.argument(action, "point", restores);
        String destination = borg.argument(action, "destination", restores);
        String data = borg.argument(action, "data", false);
        Receipts receipts = borg.receipts();
        List<String> words =
                switch (action.verb()) {
                    case Backups.RUN -> List.of(action.verb(), borg.config(), key);
                    case Backups.CHECK -> List.of(action.verb(), borg.config(), key, data);
                    default -> List.of(action.verb(), borg.config(), key, point, destination);
                };
        // what has begun is not judged again: the destination is its own by now
        if (restores && receipts.look(receipt).isEmpty()) {
            borg.read(LOOK, "may", key, destination);
        }
        if (!receipts.begin(receipt, Backups.job(action), key, point, Borg.WORK, words)) {
            throw borg.host().fault(BorgError.NO_ROOM, "path", "~/.local/state/ronron/receipts");
        }
        return Json.obj();
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        String receipt = borg.argument(action, "receipt", true);
        Optional<Receipts.Seen> seen = borg.receipts().look(receipt);
        if (seen.isEmpty()) {
            return borg.host().evidence(Verdict.NOT_DONE, "");
        }
        JobFact job = seen.get().job();
        boolean ours =
                job.verb().equals(Backups.job(action))
                        && job.key().equals(Borg.text(action, "key"));
        return borg.host().evidence(ours ? verdict(job) : Verdict.NOT_OURS, found(seen.get()));
    }

    private static Verdict verdict(JobFact job) {
        return switch (job.state()) {
            case RUNNING -> Verdict.PENDING;
            case DONE -> Verdict.DONE;
            case WARNINGS -> Jobs.wentWrong(job) ? Verdict.NOT_DONE : Verdict.DONE;
            case FAILED, LOST -> Verdict.NOT_DONE;
        };
    }

    /** Its own line; of work that had no time for one, the last that its tools said. */
    private static String found(Receipts.Seen seen) {
        boolean spoke = !seen.job().said().isBlank() || seen.job().state() == JobFact.State.RUNNING;
        String last = seen.err().strip();
        String text = spoke ? seen.job().said() : last.substring(last.lastIndexOf('\n') + 1);
        return Plain.of(text, 300).replace('\n', ' ');
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return Optional.empty();
    }
}
