package org.ronron.plugin.barman;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Cover;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Inventory;
import org.ronron.api.JobFact;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;

/** Each server of Barman is one series of backups. */
record Series(Barman barman) implements Inventory, Backups {
    @Override
    public Observation observe() throws ConnectorException {
        Told told = barman.ask("");
        List<JobFact> jobs = barman.receipts().list();
        List<BackupFact> series = new ArrayList<>();
        List<FindingFact> findings = new ArrayList<>(Attention.ofMachine(told));
        StringBuilder plan = new StringBuilder();
        for (Told.Fact server : told.of("server")) {
            BackupFact fact = series(told, server, jobs);
            series.add(fact);
            findings.addAll(Attention.of(told, fact, barman.host().clock().instant()));
            plan.append(fact.key()).append(' ').append(fact.saves()).append('\n');
        }
        String account = told.first("account").word(0);
        String fingerprint = Fingerprint.of(plan + barman.config());
        return Observation.of(barman.host().clock().instant(), told.version(), fingerprint)
                .withNodes(List.of(node(told)))
                .withBackups(series)
                .withFindings(findings)
                .withLogin(new Login(account, Set.of(), account.equals("root")));
    }

    private static NodeFact node(Told told) {
        String name = told.first("machine").word(0);
        OptionalLong all = told.first("home").whole(1);
        OptionalLong free = told.first("home").whole(2);
        NodeFact.Reach up = NodeFact.Reach.UP;
        return NodeFact.member(
                name, name, List.of(), Optional.empty(), up, all, free, "", Map.of());
    }

    private static BackupFact series(Told told, Told.Fact server, List<JobFact> jobs) {
        String name = server.word(0);
        String address = server.word(1) + ":" + server.word(2);
        return new BackupFact(
                name,
                address,
                List.of(new Cover(Cover.Kind.DATABASES, address)),
                told.first("machine").word(0),
                "none",
                Attention.unreachable(told, server) ? Condition.UNREADABLE : Condition.READABLE,
                told.points(name),
                told.of("wal", name).stream().findFirst().flatMap(wal -> wal.time(1)),
                server.span(5),
                ofServer(jobs, name));
    }

    private static List<JobFact> ofServer(List<JobFact> jobs, String name) {
        return jobs.stream()
                .filter(job -> job.verb().startsWith("backup.") && job.key().equals(name))
                .toList();
    }

    /** Those that Barman's own retention policy calls obsolete: its next cron removes them. */
    @Override
    public List<String> nextToGo(String key) throws ConnectorException {
        return barman.ask("").of("point", key).stream()
                .filter(point -> point.word(6).startsWith("OBSOLETE"))
                .map(point -> point.word(1))
                .toList();
    }

    @Override
    public Outlook outlook(Action action) throws ConnectorException {
        String key = action.arguments().word("key");
        Told told = barman.ask(Arguments.maybe("destination", action, barman.host()));
        List<JobFact> jobs = ofServer(barman.receipts().list(), key);
        Optional<Point> point = about(told.points(key), action.arguments().word("point"));
        boolean run = action.verb().equals(RUN);
        Optional<Duration> took =
                jobs.stream()
                        .filter(job -> job.verb().equals(Backups.job(action)))
                        .filter(job -> job.state() == JobFact.State.DONE)
                        .map(job -> Duration.between(job.begun(), job.ended().orElse(job.begun())))
                        .findFirst()
                        .or(() -> run ? point.flatMap(Point::took) : Optional.empty());
        OptionalLong bytes = point.map(Point::bytes).orElse(OptionalLong.empty());
        OptionalLong there = told.first("destination").whole(1);
        OptionalLong free = run ? told.first("home").whole(2) : there;
        return new Outlook(took, bytes, free, running(told, key, jobs));
    }

    /** The backup that an action is about; of one that is to be made, the newest before it. */
    static Optional<Point> about(List<Point> points, String key) {
        return points.stream()
                .filter(p -> key.isEmpty() || p.key().equals(key))
                .filter(p -> p.result() == BackupFact.Result.DONE)
                .findFirst();
    }

    private static List<String> running(Told told, String key, List<JobFact> jobs) {
        List<String> running = new ArrayList<>();
        told.server(key).map(s -> s.word(7)).filter(w -> !w.isBlank()).ifPresent(running::add);
        jobs.stream()
                .filter(job -> job.state() == JobFact.State.RUNNING)
                .forEach(job -> running.add(job.verb() + ": " + job.said()));
        return running;
    }
}
