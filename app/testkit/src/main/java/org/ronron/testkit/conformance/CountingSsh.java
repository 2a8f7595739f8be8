package org.ronron.testkit.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;
import org.ronron.practice.ssh.SshServer;

/** A machine that keeps every script it is sent, and runs it. */
public final class CountingSsh implements Counting {
    private final TempFolder folder = new TempFolder("counting");
    private final Path sent = Files.createDirectories(folder.path().resolve("sent"));
    private final Map<String, String> further;
    private final Function<String, List<Action>> samples;
    private final SshServer server;

    /**
     * @param further settings beside those that reach it
     */
    public CountingSsh(Map<String, String> further) throws IOException {
        this(further, endpointId -> List.of());
    }

    /**
     * For a connector that changes something.
     *
     * @param samples by the endpoint's id; the first is also performed once
     */
    public CountingSsh(Map<String, String> further, Function<String, List<Action>> samples)
            throws IOException {
        this.further = Map.copyOf(further);
        this.samples = samples;
        Path own = Files.createDirectories(folder.path().resolve("ssh"));
        this.server = MinaSshd.start(own, "127.0.0.1", new Behaviour.Records(sent));
    }

    SshServer server() {
        return server;
    }

    /** Its key is accepted, as a person would. */
    public void trustedBy(Lender lender) throws StorageException {
        lender.trust()
                .accept(
                        new Trust.TrustedKey(
                                "ssh://" + server.host() + ":" + server.port(),
                                "ssh-ed25519",
                                server.fingerprint(),
                                1,
                                "Camille"));
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(further);
        all.putAll(SshConformance.settingsOf(server));
        return all;
    }

    @Override
    public Optional<Map<String, String>> beside() {
        return Optional.empty();
    }

    @Override
    public List<Action> samples(String endpointId) {
        return samples.apply(endpointId);
    }

    @Override
    public Optional<Action> one(String endpointId) {
        return samples.apply(endpointId).stream().findFirst();
    }

    @Override
    public List<String> changes(Predicate<String> reads) {
        return scripts().stream().filter(reads.negate()).toList();
    }

    @Override
    public int calls() {
        return scripts().size();
    }

    private List<String> scripts() {
        try (Stream<Path> files = Files.list(sent)) {
            List<String> all = new ArrayList<>();
            for (Path file : files.toList()) {
                all.add(Files.readString(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        worked();
        folder.close();
    }

    /** Work that was begun under a receipt outlives the connection; its folder goes after it. */
    private void worked() {
        Path receipts = folder.path().resolve("ssh/home/.local/state/ronron/receipts");
        try (Stream<Path> all = Files.exists(receipts) ? Files.walk(receipts) : Stream.empty()) {
            for (Path pid : all.filter(file -> file.endsWith("pid")).toList()) {
                long number = Long.parseLong(Files.readString(pid).split(" ", 2)[0]);
                ProcessHandle.of(number)
                        .map(ProcessHandle::onExit)
                        .orElse(CompletableFuture.completedFuture(null))
                        .get(60, TimeUnit.SECONDS);
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("work under a receipt did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
