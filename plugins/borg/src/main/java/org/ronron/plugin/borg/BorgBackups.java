package org.ronron.plugin.borg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.Action;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.JobFact;
import org.ronron.api.Plain;

/** What is to be known before. */
record BorgBackups(Borg borg) implements Backups {
    private static final Duration LOOK = Duration.ofSeconds(120);

    @Override
    public List<String> nextToGo(String key) throws ConnectorException {
        List<String> gone = new ArrayList<>();
        for (Map.Entry<String, List<String>> part : borg.read(LOOK, "prune", key)) {
            for (String line : part.getValue()) {
                String[] word = line.split("\t", -1);
                if (word.length == 2 && word[0].equals("gone")) {
                    gone.add(Plain.word(word[1]));
                }
            }
        }
        return gone;
    }

    /** Sizes only where Borg's cache on that machine is warm: else to ask takes hours. */
    @Override
    public Outlook outlook(Action action) throws ConnectorException {
        String key = borg.argument(action, "key", true);
        String point = borg.argument(action, "point", false);
        String destination = borg.argument(action, "destination", action.verb().equals(RESTORE));
        Optional<Duration> took = Optional.empty();
        OptionalLong bytes = OptionalLong.empty();
        OptionalLong free = OptionalLong.empty();
        List<String> running = new ArrayList<>();
        for (Map.Entry<String, List<String>> part :
                borg.read(LOOK, "outlook", action.verb(), key, point, destination)) {
            for (String line : part.getValue()) {
                String[] word = line.split("\t", -1);
                OptionalLong figure = Lines.figure(word, 1);
                switch (word[0]) {
                    case "took" -> took = Lines.seconds(figure);
                    case "bytes" -> bytes = figure;
                    case "free" -> free = figure;
                    case "running" -> running.add(Plain.word(line.substring(8)));
                    default -> {}
                }
            }
        }
        List<JobFact> jobs = borg.receipts().list();
        return new Outlook(took.or(() -> last(jobs, action, key)), bytes, free, running);
    }

    /** How long the same took before, of what was done here under a receipt. */
    private static Optional<Duration> last(List<JobFact> jobs, Action action, String key) {
        return jobs.stream()
                .filter(job -> job.verb().equals(Backups.job(action)) && job.key().equals(key))
                .filter(job -> job.state() == JobFact.State.DONE && job.ended().isPresent())
                .findFirst()
                .map(job -> Duration.between(job.begun(), job.ended().get()));
    }
}
