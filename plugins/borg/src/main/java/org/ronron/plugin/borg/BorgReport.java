package org.ronron.plugin.borg;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Cover;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Inventory;
import org.ronron.api.JobFact;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Plain;

/** What the machine says of all repositories. The script decides, this only reads. */
record BorgReport(Borg borg) implements Inventory {
    private static final Duration DEADLINE = Duration.ofSeconds(150);

    @Override
    public Observation observe() throws ConnectorException {
        var parts = borg.read(DEADLINE, "observe");
        List<String> host = parts.isEmpty() ? List.of() : parts.getFirst().getValue();
        String version = value(host, "version");
        if (!version.startsWith("borg 1.")) {
            throw borg.host()
                    .fault(
                            CommonError.WRONG_VERSION,
                            "version",
                            Plain.word(version),
                            "supported",
                            "borg 1.2, 1.4");
        }
        String machine = value(host, "name");
        if (!machine.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            String found = Plain.word(machine);
            throw borg.host()
                    .fault(CommonError.BAD_ANSWER, "address", borg.address(), "found", found);
        }
        List<JobFact> jobs = borg.receipts().list();
        List<BackupFact> backups = new ArrayList<>();
        List<FindingFact> findings = new ArrayList<>();
        for (String line : host) {
            String[] word = line.split("\t", -1);
            if (word.length == 3 && word[0].equals("unreadable")) {
                findings.add(Kinds.finding("config-unreadable", machine, word[1], word[2]));
            }
        }
        StringBuilder plannable = new StringBuilder(version).append(machine).append(borg.config());
        for (Map.Entry<String, List<String>> part : parts) {
            String key = value(part.getValue(), "key");
            if (part.getKey().equals("repository") && !key.isEmpty()) {
                BackupFact backup = backup(machine, key, part.getValue(), Jobs.of(jobs, key));
                backups.add(backup);
                findings.addAll(findings(machine, backup, part.getValue()));
                plannable.append('\n').append(key).append(backup.saves());
            }
        }
        String login = Plain.word(value(host, "login"));
        boolean root = value(host, "uid").equals("0");
        return Observation.of(
                        borg.host().clock().instant(),
                        Plain.word(version),
                        Fingerprint.of(plannable.toString()))
                .withNodes(List.of(node(machine)))
                .withBackups(backups)
                .withFindings(findings)
                .withLogin(new Login(login, Set.of(), root));
    }

    private static NodeFact node(String name) {
        OptionalLong none = OptionalLong.empty();
        NodeFact.Reach up = NodeFact.Reach.UP;
        return NodeFact.member(
                name, name, List.of(), Optional.empty(), up, none, none, "", Map.of());
    }

    private BackupFact backup(String machine, String key, List<String> lines, Jobs jobs) {
        List<String> sources = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (String line : lines) {
            String[] word = line.split("\t", -1);
            if (word[0].equals("source") && word.length == 2) {
                sources.add(Plain.word(word[1]));
            } else if (word[0].equals("point") && points.size() < BackupFact.MOST) {
                point(word).map(jobs::judged).ifPresent(points::add);
            }
        }
        List<Cover> covers = new ArrayList<>();
        covers.add(new Cover(Cover.Kind.MACHINE, machine));
        if (!borg.address().equals(machine)) {
            covers.add(new Cover(Cover.Kind.MACHINE, borg.address()));
        }
        return new BackupFact(
                key,
                String.join(", ", sources),
                covers,
                Plain.word(value(lines, "place")),
                Plain.word(value(lines, "secret")),
                condition(value(lines, "condition")),
                points,
                Optional.empty(),
                Optional.empty(),
                jobs.jobs());
    }

    private static Condition condition(String word) {
        return switch (word) {
            case "READABLE" -> Condition.READABLE;
            case "BUSY" -> Condition.BUSY;
            default -> Condition.UNREADABLE;
        };
    }

    /** {@code point name begun took bytes files DONE}. */
    private static Optional<Point> point(String... word) {
        OptionalLong at = Lines.figure(word, 2);
        if (word.length != 7 || at.isEmpty() || at.getAsLong() > Integer.MAX_VALUE * 2L) {
            return Optional.empty();
        }
        Optional<Duration> took = Lines.seconds(Lines.figure(word, 3));
        Instant begun = Instant.ofEpochSecond(at.getAsLong());
        return Optional.of(
                new Point(
                        word[1],
                        begun.plus(took.orElse(Duration.ZERO)),
                        took,
                        Lines.figure(word, 4),
                        Lines.figure(word, 5),
                        word[6].equals("CUT") ? Result.CUT : Result.DONE));
    }

    /** One a kind: what the repository says now, then what came of work there. */
    private static List<FindingFact> findings(
            String machine, BackupFact backup, List<String> lines) {
        List<FindingFact> all = new ArrayList<>();
        String key = backup.key();
        for (String line : lines) {
            String[] word = line.split("\t", -1);
            if (word[0].equals("trouble") && word.length > 1 && Kinds.isKind(word[1])) {
                String[] details = java.util.Arrays.copyOfRange(word, 2, word.length);
                add(all, Kinds.finding(word[1], machine, key, details));
            }
        }
        Jobs jobs = new Jobs(backup.jobs());
        jobs.check(machine, key).ifPresent(finding -> add(all, finding));
        jobs.run(machine, key, backup.points()).ifPresent(finding -> add(all, finding));
        return all;
    }

    /** Work that failed of what the repository says by itself is no second finding. */
    private static void add(List<FindingFact> all, FindingFact finding) {
        String said = finding.details().getOrDefault("message", "");
        boolean known =
                all.stream()
                        .map(FindingFact::kind)
                        .anyMatch(k -> k.equals(finding.kind()) || said.startsWith(k + ":"));
        if (!known) {
            all.add(finding);
        }
    }

    /** What stands behind this word. */
    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "\t"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
