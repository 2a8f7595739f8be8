package org.ronron.plugin.barman;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.BackupFact.Result;

/**
 * The script's answer: facts by their first word.
 *
 * @param facts the words after it; never fewer than are asked for, missing ones are empty
 */
record Told(Map<String, List<Fact>> facts) {
    /** The words of one line. */
    record Fact(List<String> words) {
        String word(int at) {
            return at < words.size() ? words.get(at) : "";
        }

        OptionalLong whole(int at) {
            boolean number = word(at).matches("[0-9]{1,18}");
            return number ? OptionalLong.of(Long.parseLong(word(at))) : OptionalLong.empty();
        }

        /** Of seconds since 1970. */
        Optional<Instant> time(int at) {
            Optional<String> word = Optional.of(word(at)).filter(w -> w.matches("[0-9]{1,10}"));
            return word.map(w -> Instant.ofEpochSecond(Long.parseLong(w)));
        }

        /** Of milliseconds. */
        Optional<Duration> span(int at) {
            Optional<String> word = Optional.of(word(at)).filter(w -> w.matches("[0-9]{1,15}"));
            return word.map(w -> Duration.ofMillis(Long.parseLong(w)));
        }
    }

    static Told parse(String answer) {
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        for (String line : answer.split("\n", -1)) {
            List<String> words = new ArrayList<>();
            for (String word : line.split("\t", 20)) {
                words.add(Own.plain(word));
            }
            String kind = words.removeFirst();
            facts.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Fact(words));
        }
        return new Told(facts);
    }

    List<Fact> of(String kind) {
        return facts.getOrDefault(kind, List.of());
    }

    /** Those of one server. */
    List<Fact> of(String kind, String server) {
        return of(kind).stream().filter(fact -> fact.word(0).equals(server)).toList();
    }

    Fact first(String kind) {
        return of(kind).stream().findFirst().orElse(new Fact(List.of()));
    }

    String version() {
        return first("version").word(0);
    }

    /** As a server's own line: its name, host, port, method, folder, promise, error, who works. */
    Optional<Fact> server(String name) {
        return of("server", name).stream().findFirst();
    }

    /** The backups of one server, the newest first. */
    List<Point> points(String server) {
        boolean busy = server(server).map(s -> !s.word(7).isBlank()).orElse(false);
        List<Point> points = new ArrayList<>();
        for (Fact fact : of("point", server)) {
            Result result = result(fact.word(2), busy);
            // one backup of a server at a time: what is older and not ended was cut off
            busy = busy && result != Result.RUNNING;
            points.add(
                    new Point(
                            fact.word(1),
                            fact.time(3).orElse(Instant.EPOCH),
                            fact.span(4),
                            fact.whole(5),
                            OptionalLong.empty(),
                            result));
        }
        return points;
    }

    /** Barman leaves STARTED for ever what was killed; only a living process tells it apart. */
    private static Result result(String status, boolean busy) {
        return switch (status) {
            case "DONE" -> Result.DONE;
            case "FAILED" -> Result.FAILED;
            // copied, and of no use until the log of its last moments has come
            case "WAITING_FOR_WALS", "SYNCING" -> Result.RUNNING;
            case "STARTED", "EMPTY" -> busy ? Result.RUNNING : Result.CUT;
            default -> Result.CUT;
        };
    }
}
