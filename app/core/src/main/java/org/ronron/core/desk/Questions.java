package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.core.model.Heard;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.core.port.Workspace;

/**
 * Keys and certificates that wait for a person's word. A question is never kept: it stands as long
 * as the fault stands from which it is made. State thread only.
 */
final class Questions {
    private final DeskPorts ports;
    private final Table table;
    private final Chronicle chronicle;
    private final Asking asking;
    private final Map<String, DeskState.TrustQuestion> ofDrafts = new LinkedHashMap<>();
    private final Map<String, DeskState.TrustQuestion> ofTrials = new LinkedHashMap<>();
    private final Set<String> away = new HashSet<>();

    Questions(DeskPorts ports, Table table, Chronicle chronicle, Asking asking) {
        this.ports = ports;
        this.table = table;
        this.chronicle = chronicle;
        this.asking = asking;
    }

    List<DeskState.TrustQuestion> list() {
        List<DeskState.TrustQuestion> all = new ArrayList<>(ofDrafts.values());
        for (Heard h : table.connections()) {
            h.fault().flatMap(f -> question(h.row(), f)).ifPresent(all::add);
        }
        return all.stream().filter(q -> !away.contains(mark(q))).toList();
    }

    /** A draft's refusal may be a question as well. */
    void ofDraft(Workspace.EndpointRow draft, Fault fault) {
        ofDrafts.clear();
        question(draft, fault).ifPresent(q -> ofDrafts.put(draft.id(), q));
    }

    /** Of one of many trials: it is shown by who tries them, and can be accepted as any other. */
    Optional<DeskState.TrustQuestion> ofTrial(Workspace.EndpointRow draft, Fault fault) {
        Optional<DeskState.TrustQuestion> question = question(draft, fault);
        question.ifPresent(q -> ofTrials.put(draft.id(), q));
        return question;
    }

    void noTrials() {
        ofTrials.clear();
    }

    void noDraft() {
        ofDrafts.clear();
    }

    /** Questions put away are asked again: a person wishes to see all. */
    void comeBack() {
        away.clear();
    }

    void accept(DeskState.TrustQuestion question) throws RefusedException, StorageException {
        standing(question);
        if (question.changed()) {
            throw Refuse.of(
                    CommonError.TRUST_CHANGED,
                    question.endpointName(),
                    "address",
                    question.address(),
                    "known",
                    question.known(),
                    "seen",
                    question.fingerprint());
        }
        ports.trust()
                .accept(
                        new Trust.TrustedKey(
                                question.address(),
                                question.algorithm(),
                                question.fingerprint(),
                                ports.clock().instant().toEpochMilli(),
                                chronicle.who()));
        note("history.trusted", question, question.fingerprint());
        askAgain(question.address());
    }

    void dismiss(DeskState.TrustQuestion question) {
        away.add(mark(question));
        ofDrafts.remove(question.endpointId());
    }

    void forget(DeskState.TrustQuestion question) throws RefusedException, StorageException {
        standing(question);
        for (Trust.TrustedKey key : ports.trust().keys(question.address())) {
            ports.trust().forget(key.address(), key.fingerprint());
        }
        note("history.forgotten", question, question.known());
        askAgain(question.address());
    }

    private void standing(DeskState.TrustQuestion question) throws RefusedException {
        if (!list().contains(question) && !ofTrials.containsValue(question)) {
            throw Refuse.internal("this question does not stand any more");
        }
    }

    private void note(String text, DeskState.TrustQuestion question, String fingerprint)
            throws StorageException {
        String collective = table.open().map(Workspace.CollectiveRow::id).orElse("");
        chronicle.write(
                collective,
                text,
                "endpoint",
                question.endpointName(),
                "address",
                question.address(),
                "fingerprint",
                fingerprint);
    }

    /** All connections that wait for a word on this address. */
    private void askAgain(String address) {
        ofDrafts.values().removeIf(q -> q.address().equals(address));
        ofTrials.values().removeIf(q -> q.address().equals(address));
        for (Heard h : table.connections()) {
            boolean waits =
                    h.fault()
                            .flatMap(f -> question(h.row(), f))
                            .filter(q -> q.address().equals(address))
                            .isPresent();
            if (waits) {
                ports.connections().drop(h.row().id());
                table.change(h.row().id(), Heard::cleared);
                asking.one(h.row());
            }
        }
    }

    private static Optional<DeskState.TrustQuestion> question(
            Workspace.EndpointRow row, Fault fault) {
        boolean changed = fault.code() == CommonError.TRUST_CHANGED;
        if (!changed && fault.code() != CommonError.TRUST_UNKNOWN) {
            return Optional.empty();
        }
        Map<String, String> said = fault.details();
        return Optional.of(
                new DeskState.TrustQuestion(
                        row.id(),
                        row.name(),
                        said.getOrDefault("address", ""),
                        said.getOrDefault("algorithm", ""),
                        said.getOrDefault("fingerprint", said.getOrDefault("seen", "")),
                        said.getOrDefault("known", ""),
                        changed,
                        certificate(said)));
    }

    private static Optional<DeskState.Certificate> certificate(Map<String, String> said) {
        return Optional.ofNullable(said.get("why"))
                .map(
                        why ->
                                new DeskState.Certificate(
                                        why,
                                        said.getOrDefault("subject", ""),
                                        said.getOrDefault("names", ""),
                                        said.getOrDefault("from", ""),
                                        said.getOrDefault("until", "")));
    }

    private static String mark(DeskState.TrustQuestion question) {
        return question.endpointId() + " " + question.address() + " " + question.fingerprint();
    }
}
