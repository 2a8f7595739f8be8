package org.ronron.transport.guard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;

/**
 * Holds the keys that one endpoint shows against those that a person accepted. A changed key stops
 * the whole endpoint, at every address, until what is trusted at that address changes. Trust that
 * cannot be read is an error and never "unknown".
 */
public final class TrustGate {
    private static final Pattern KINDS = Pattern.compile("[a-z][a-zA-Z0-9@.-]{1,80}");

    /** SHA-256 in base 64 without padding, as OpenSSH prints it. */
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    private final Trust trust;
    private final Map<String, Instant> outOfDate = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

    public TrustGate(Trust trust) {
        this.trust = trust;
    }

    /**
     * What is trusted at this address; to be called before each call.
     *
     * @throws ConnectorException the fault of a changed key while the endpoint is stopped, or the
     *     store's own when trust cannot be read
     */
    public List<Trust.TrustedKey> enter(Site site, String address) throws ConnectorException {
        Stop standing = stop.get();
        if (standing != null) {
            if (read(site, standing.address).equals(standing.trusted)) {
                throw new ConnectorException(standing.fault);
            }
            stop.compareAndSet(standing, null);
        }
        return read(site, address);
    }

    /** Empty when the key shown is one of those trusted; else why it is not. */
    public Optional<Fault> judge(
            Site site, String address, List<Trust.TrustedKey> trusted, Shown shown) {
        if (trusted.stream().anyMatch(shown::is)) {
            return Optional.empty();
        }
        if (trusted.isEmpty()) {
            Fault fault =
                    Fault.of(
                            CommonError.TRUST_UNKNOWN,
                            site.name(),
                            "address",
                            address,
                            "algorithm",
                            shown.algorithm,
                            "fingerprint",
                            shown.fingerprint);
            return Optional.of(shown.describe(fault));
        }
        String known =
                trusted.stream()
                        .map(Trust.TrustedKey::fingerprint)
                        .distinct()
                        .collect(Collectors.joining(", "));
        Fault fault =
                Fault.of(
                                CommonError.TRUST_CHANGED,
                                site.name(),
                                "address",
                                address,
                                "algorithm",
                                shown.algorithm,
                                "fingerprint",
                                shown.fingerprint)
                        .with("seen", shown.fingerprint)
                        .with("known", known);
        Fault described = shown.describe(fault);
        stop.set(new Stop(address, trusted, described));
        return Optional.of(described);
    }

    /**
     * A certificate that a person accepted was shown: its days do not decide, but are told.
     *
     * @param expired since when it has been out of them, if it has
     */
    public void days(String address, Optional<Instant> expired) {
        if (expired.isPresent()) {
            outOfDate.put(address, expired.get());
        } else {
            outOfDate.remove(address);
        }
    }

    /** Accepted certificates that have expired, and when. */
    public Map<String, Instant> outOfDate() {
        return Map.copyOf(outOfDate);
    }

    /**
     * Forgets that the endpoint was stopped: its settings or its trust were changed by a person.
     */
    public void reset() {
        stop.set(null);
        outOfDate.clear();
    }

    private List<Trust.TrustedKey> read(Site site, String address) throws ConnectorException {
        try {
            List<Trust.TrustedKey> keys = List.copyOf(trust.keys(address));
            if (keys.stream().allMatch(key -> ours(key, address))) {
                return keys;
            }
        } catch (StorageException e) {
            Fault own = e.fault();
            throw new ConnectorException(
                    new Fault(own.code(), site.name(), own.effect(), own.details()), e);
        }
        throw new ConnectorException(
                Fault.of(
                        OwnError.STORE_FAILED,
                        site.name(),
                        "file",
                        Said.TRUSTED_KEYS.words(),
                        "address",
                        address,
                        "cause",
                        Said.SPOILT_TRUST.words()));
    }

    /**
     * Whether a row is one that Ronron writes. Where one was tampered with, or cut, nothing at this
     * address is trusted, and nobody is asked to trust anew either.
     */
    private static boolean ours(Trust.TrustedKey key, String address) {
        return key.address().equals(address)
                && KINDS.matcher(key.algorithm()).matches()
                && FINGERPRINT.matcher(key.fingerprint()).matches();
    }

    /**
     * A key or certificate that a server showed.
     *
     * @param algorithm as in {@link Trust.TrustedKey}
     * @param more what else a person should see of it, as details of the fault
     */
    public record Shown(String algorithm, String fingerprint, Map<String, String> more) {
        public Shown {
            more = Map.copyOf(more);
        }

        public Shown(String algorithm, String fingerprint) {
            this(algorithm, fingerprint, Map.of());
        }

        private Fault describe(Fault fault) {
            Fault told = fault;
            for (Map.Entry<String, String> detail : more.entrySet()) {
                told = told.with(detail.getKey(), detail.getValue());
            }
            return told;
        }

        public boolean is(Trust.TrustedKey key) {
            return key.algorithm().equals(algorithm) && key.fingerprint().equals(fingerprint);
        }
    }

    private record Stop(String address, List<Trust.TrustedKey> trusted, Fault fault) {}
}
