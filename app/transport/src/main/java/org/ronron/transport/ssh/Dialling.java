package org.ronron.transport.ssh;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.kex.KexProposalOption;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;

/**
 * One connection's own rules and what went wrong on it; goes with the MINA session, whose client is
 * shared by all endpoints. Its host key is judged at each key exchange, by what was trusted when
 * the connection was made.
 */
final class Dialling {
    private static final AttributeRepository.AttributeKey<Dialling> KEY =
            new AttributeRepository.AttributeKey<>();

    private final Site site;
    private final TrustGate gate;
    private final String address;
    private final List<Trust.TrustedKey> trusted;
    private volatile @Nullable Fault refusal;
    private volatile @Nullable Throwable trouble;
    private volatile boolean otherTalk;

    Dialling(Site site, TrustGate gate, String address, List<Trust.TrustedKey> trusted) {
        this.site = site;
        this.gate = gate;
        this.address = address;
        this.trusted = trusted;
    }

    AttributeRepository context() {
        return AttributeRepository.ofKeyValuePair(KEY, this);
    }

    static Optional<Dialling> of(@Nullable AttributeRepository context) {
        return context == null ? Optional.empty() : Optional.ofNullable(context.getAttribute(KEY));
    }

    boolean trusts(PublicKey key) {
        TrustGate.Shown shown =
                new TrustGate.Shown(
                        KeyUtils.getKeyType(key),
                        KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
        Optional<Fault> fault = gate.judge(site, address, trusted, shown);
        fault.ifPresent(f -> refusal = f);
        return fault.isEmpty();
    }

    /**
     * Puts the kinds of key that are trusted here first: a server that has keys of several kinds
     * has to show the one we know, or it counts as changed.
     */
    void preferKnown(Map<KexProposalOption, String> proposal) {
        List<String> known =
                trusted.stream().flatMap(k -> signatures(k.algorithm())).distinct().toList();
        String ours = proposal.get(KexProposalOption.SERVERKEYS);
        if (known.isEmpty() || ours == null) {
            return;
        }
        List<String> offered = Arrays.asList(ours.split(","));
        proposal.put(
                KexProposalOption.SERVERKEYS,
                Stream.concat(known.stream().filter(offered::contains), offered.stream())
                        .distinct()
                        .collect(Collectors.joining(",")));
    }

    private static Stream<String> signatures(String keyType) {
        return keyType.equals("ssh-rsa")
                ? Stream.of("rsa-sha2-512", "rsa-sha2-256")
                : Stream.of(keyType);
    }

    void note(Throwable seen) {
        if (trouble == null) {
            trouble = seen;
        }
    }

    /**
     * A line that came before the keys. Before its version a server may say what it likes (RFC
     * 4253, section 4.2), and OpenSSH does so where it is too busy; HTTP's status line it never
     * says.
     */
    void greeted(String line) {
        otherTalk |= line.startsWith("HTTP/") || line.startsWith("<!DOCTYPE");
    }

    /** Whether a web server listens there. */
    boolean otherTalk() {
        return otherTalk;
    }

    /** Why the host key was not accepted, if it was not. */
    Optional<Fault> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The first thing that MINA complained of, for {@link SshFaults} to read. */
    @Nullable Throwable trouble() {
        return trouble;
    }
}
