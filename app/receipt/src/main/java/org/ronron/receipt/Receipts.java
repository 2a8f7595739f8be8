package org.ronron.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.api.ConnectorException;
import org.ronron.api.JobFact;
import org.ronron.api.Shell;

/**
 * Work on one machine that outlives the connection: it is begun once for a receipt, goes on when
 * the laptop is closed, and is found again by whoever looks. All of it lies in {@code
 * $XDG_STATE_HOME/ronron/receipts} of the account that is logged in with.
 *
 * <p>The work is a script of the connector's. It runs in the folder of its receipt, may write one
 * line into {@code said}, and ends with 0 (done), {@value #WARNINGS} (done, with something to
 * read), or anything else.
 */
public record Receipts(Shell shell) {
    /** How work ends that is done and has left something to read. */
    public static final int WARNINGS = 10;

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Shell.Script BEGIN = script("begin", false);
    private static final Shell.Script LOOK = script("look", true);
    private static final Shell.Script LIST = script("list", true);
    private static final Shell.Script STOP = script("stop", false);

    /**
     * What is known of one receipt.
     *
     * @param exit how it ended; empty while it runs, and when it is lost
     * @param out the end of what it wrote, at most 64 KiB
     * @param err the end of what it wrote to its standard error, at most 64 KiB
     */
    public record Seen(JobFact job, Optional<Integer> exit, String out, String err) {}

    /**
     * Begins it, unless it runs or has ended well under this receipt; returns at once. What did not
     * end well, or is lost, is begun again, and its first time is kept under another name.
     *
     * @param receipt letters, digits and hyphens
     * @param work what is done, a constant of the connector's
     * @param arguments of the work, as {@code $1}, {@code $2}
     * @return whether it is on its way; if not, there was no room for its receipt
     */
    public boolean begin(
            String receipt,
            String verb,
            String key,
            String point,
            String work,
            List<String> arguments)
            throws ConnectorException {
        List<String> all = new ArrayList<>(List.of(receipt, verb, key, point, work));
        all.addAll(arguments);
        return shell.run(BEGIN, all, SOON).exit().orElse(-1) == 0;
    }

    /** What is known of a receipt; empty when there is none. */
    public Optional<Seen> look(String receipt) throws ConnectorException {
        Shell.Answer answer = shell.run(LOOK, List.of(receipt), SOON);
        String text = answer.out();
        int out = text.indexOf("\n--out\n");
        int err = text.lastIndexOf("\n--err\n");
        if (out < 0 || err < out) {
            return Optional.empty();
        }
        int from = out + "\n--out\n".length();
        return parse(text.substring(0, out)).stream()
                .findFirst()
                .map(
                        entry ->
                                new Seen(
                                        fact(entry),
                                        whole(entry.get("rc")).map(Math::toIntExact),
                                        text.substring(Math.min(from, err), err),
                                        text.substring(err + "\n--err\n".length())));
    }

    /** All of this machine and account, the newest first; at most 200. */
    public List<JobFact> list() throws ConnectorException {
        return parse(shell.run(LIST, List.of(), SOON).out()).stream()
                .map(Receipts::fact)
                .sorted(Comparator.comparing(JobFact::begun).reversed())
                .toList();
    }

    /** Asks what still runs to stop, as Ctrl-C does; it may take a while to end. */
    public void stop(String receipt) throws ConnectorException {
        shell.run(STOP, List.of(receipt), SOON);
    }

    private static List<Map<String, String>> parse(String text) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int space = line.indexOf(' ');
            String name = space < 0 ? line : line.substring(0, space);
            if (name.equals("receipt")) {
                entries.add(new TreeMap<>());
            }
            if (space > 0 && !entries.isEmpty()) {
                entries.getLast().putIfAbsent(name, line.substring(space + 1));
            }
        }
        return entries;
    }

    private static JobFact fact(Map<String, String> entry) {
        return new JobFact(
                entry.getOrDefault("receipt", ""),
                entry.getOrDefault("verb", ""),
                entry.getOrDefault("key", ""),
                entry.getOrDefault("point", ""),
                Instant.ofEpochSecond(whole(entry.get("begun")).orElse(0L)),
                whole(entry.get("ended")).map(Instant::ofEpochSecond),
                state(entry),
                entry.getOrDefault("said", ""));
    }

    private static JobFact.State state(Map<String, String> entry) {
        Optional<Long> exit = whole(entry.get("rc"));
        if (exit.isEmpty()) {
            return entry.containsKey("alive") ? JobFact.State.RUNNING : JobFact.State.LOST;
        }
        return switch (Math.toIntExact(exit.get())) {
            case 0 -> JobFact.State.DONE;
            case WARNINGS -> JobFact.State.WARNINGS;
            default -> JobFact.State.FAILED;
        };
    }

    private static Optional<Long> whole(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text)
                .filter(t -> t.matches("[0-9]{1,9}|[1-3][0-9]{9}"))
                .map(Long::parseLong)
                .filter(n -> n <= Integer.MAX_VALUE);
    }

    private static Shell.Script script(String name, boolean reading) {
        try (InputStream in = Receipts.class.getResourceAsStream(name + ".sh")) {
            byte[] text = Objects.requireNonNull(in).readAllBytes();
            return new Shell.Script(
                    "receipt-" + name, reading, new String(text, StandardCharsets.UTF_8));
        } catch (IOException ownFileUnreadable) {
            throw new UncheckedIOException(ownFileUnreadable);
        }
    }
}
