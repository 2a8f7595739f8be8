package org.ronron.plugin.barman;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Host;
import org.ronron.api.JobFact;
import org.ronron.api.Json;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;
import org.ronron.receipt.Receipts;

/** Begins work on Barman's machine, which goes on by itself under its receipt, and looks at it. */
record BarmanActions(Barman barman) implements Actions {
    private static final Duration DEADLINE = Barman.DEADLINE.plusSeconds(60);
    private static final Map<String, String> WORK =
            Map.of(
                    Backups.RUN, work("run.sh"),
                    Backups.CHECK, work("check.sh"),
                    Backups.RESTORE, work("restore.sh"));

    private static String work(String name) {
        return Own.text("work.sh") + Own.text(name);
    }

    @Override
    public ActionSpec describe(Action action) {
        String server = Arguments.text("key", action);
        String point = Arguments.text("point", action);
        String one = server + " " + (point.isEmpty() ? "latest" : point);
        String tool = barman.config().isEmpty() ? "barman " : "barman -c " + barman.config() + " ";
        boolean reads = Backups.job(action).equals(Backups.CHECK_DATA);
        String whole = reads ? "; " + tool + "verify-backup " + one : "";
        String to = " '" + Arguments.text("destination", action).replace("'", "'\\''") + "'";
        String call =
                switch (action.verb()) {
                    case Backups.RUN -> "backup --wait " + server;
                    case Backups.CHECK ->
                            "check " + server + "; " + tool + "check-backup " + one + whole;
                    case Backups.RESTORE -> "recover --no-get-wal " + one + to;
                    default -> throw new IllegalArgumentException(action.verb());
                };
        String mark = Arguments.text("receipt", action);
        return new ActionSpec(StepClass.PROBEABLE, tool + call, mark, DEADLINE);
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        Host host = barman.host();
        String verb = action.verb();
        String receipt = Arguments.of("receipt", action, host);
        String key = Arguments.of("key", action, host);
        String point = Arguments.maybe("point", action, host);
        boolean restores = verb.equals(Backups.RESTORE);
        String place = restores ? Arguments.of("destination", action, host) : "";
        progress.report("begin", 0, 0);
        Receipts receipts = barman.receipts();
        Json.Obj done = Json.obj().with("receipt", receipt);
        if (receipts.look(receipt).isPresent()) {
            return done;
        }
        Told told = barman.ask(place);
        Told.Fact server = told.server(key).orElse(null);
        Point about = Series.about(told.points(key), point).orElse(null);
        if (server == null || about == null && !verb.equals(Backups.RUN)) {
            throw host.fault(BarmanError.NOT_THERE, "name", key + " " + point);
        }
        if (verb.equals(Backups.RUN) && !server.word(7).isBlank()) {
            throw host.fault(BarmanError.AT_WORK, "name", key);
        }
        long bytes = about == null ? 0 : about.bytes().orElse(0);
        if (restores) {
            mayRestore(told, place, bytes);
        }
        List<String> words =
                List.of(
                        barman.config(),
                        key,
                        restores && about != null ? about.key() : point,
                        Arguments.text("data", action),
                        server.word(4),
                        bytes == 0 ? "" : Long.toString(bytes),
                        place,
                        told.first("account").word(1));
        if (!receipts.begin(
                receipt, Backups.job(action), key, point, WORK.getOrDefault(verb, ""), words)) {
            throw host.fault(BarmanError.NOT_BEGUN);
        }
        return done;
    }

    /** Barman before 3.15 would copy over whatever is there. */
    private void mayRestore(Told told, String place, long bytes) throws ConnectorException {
        Host host = barman.host();
        Told.Fact seen = told.first("destination");
        long free = seen.whole(1).orElse(0);
        if (!seen.word(0).equals("free")) {
            BarmanError error =
                    switch (seen.word(0)) {
                        case "taken" -> BarmanError.TAKEN;
                        case "nowhere" -> BarmanError.NOWHERE;
                        default -> BarmanError.INSIDE;
                    };
            throw host.fault(error, "path", place);
        }
        if (free < bytes) {
            throw host.fault(
                    BarmanError.NO_ROOM, "path", place, "bytes", bytes + "", "free", free + "");
        }
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Host host = barman.host();
        Optional<Receipts.Seen> seen =
                barman.receipts().look(Arguments.of("receipt", action, host));
        if (seen.isEmpty()) {
            return host.evidence(Verdict.NOT_DONE, "no work was begun under this receipt");
        }
        JobFact job = seen.get().job();
        String said = Own.plain(job.said());
        return switch (job.state()) {
            case RUNNING -> host.evidence(Verdict.PENDING, said);
            case DONE, WARNINGS ->
                    host.evidence(said.startsWith("not ") ? Verdict.NOT_DONE : Verdict.DONE, said);
            case FAILED -> host.evidence(Verdict.NOT_DONE, said);
            case LOST -> host.evidence(Verdict.NOT_DONE, "it was ended from outside; " + said);
        };
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return Optional.empty();
    }
}
