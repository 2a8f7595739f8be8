package org.ronron.ui.pages.backups;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronron.api.BackupFact;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Safety;
import org.ronron.core.model.Uncovered;
import org.ronron.ui.parts.Plain;

/**
 * A line of the page: a series of backups, or something that no backup saves.
 *
 * @param id by which it is found again in the next picture
 * @param what what is saved, as a person calls it
 * @param words as it is searched
 */
record BackupLine(
        String id,
        String what,
        String words,
        Optional<Backup> backup,
        Optional<Uncovered> uncovered) {
    /** Uncovered things stand right behind what is broken. */
    private static final int UNCOVERED = 1;

    private static final int PROTECTED = 6;

    private static final Comparator<BackupLine> WORST_FIRST =
            Comparator.comparingInt((BackupLine l) -> l.rank())
                    .thenComparingInt(l -> -l.uncovered().map(Uncovered::spaces).orElse(0))
                    .thenComparing(BackupLine::what)
                    .thenComparing(BackupLine::id);

    static BackupLine of(Backup backup) {
        String what = what(backup.fact());
        return new BackupLine(
                backup.endpointId() + " " + backup.fact().key(),
                what,
                Plain.of(
                        String.join(
                                " ",
                                what,
                                backup.fact().key(),
                                backup.endpointName(),
                                backup.fact().saves(),
                                backup.fact().place(),
                                backup.zone())),
                Optional.of(backup),
                Optional.empty());
    }

    static BackupLine of(Uncovered uncovered) {
        return new BackupLine(
                "uncovered " + uncovered.kind() + " " + uncovered.id(),
                uncovered.what(),
                Plain.of(uncovered.what() + " " + uncovered.id()),
                Optional.empty(),
                Optional.of(uncovered));
    }

    /** All of it, the worst first. */
    static List<BackupLine> of(Safety safety) {
        return Stream.concat(
                        safety.backups().stream().map(BackupLine::of),
                        safety.uncovered().stream().map(BackupLine::of))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** The machine with the folders of it, where the tool's own key is but an address. */
    private static String what(BackupFact fact) {
        List<String> names =
                fact.covers().stream()
                        .filter(c -> c.kind() == BackupFact.Cover.Kind.MACHINE)
                        .map(BackupFact.Cover::name)
                        .distinct()
                        .toList();
        if (names.isEmpty()) {
            return fact.key();
        }
        // a machine is known by its address as well: that is for joining, not for reading
        List<String> read = names.stream().filter(n -> !n.matches("[0-9.]+|.*:.*")).toList();
        String machines = String.join(", ", read.isEmpty() ? names : read);
        return fact.saves().startsWith("/") ? machines + " " + fact.saves() : machines;
    }

    private int rank() {
        return backup.map(b -> place(b.posture())).orElse(UNCOVERED);
    }

    private static int place(Backup.Posture posture) {
        return switch (posture) {
            case BROKEN -> 0;
            case LATE -> 2;
            case UNKNOWN -> 3;
            case BESIDE -> 4;
            case NEVER_CHECKED -> 5;
            case PROTECTED -> PROTECTED;
        };
    }

    /** Whether somebody should look at it. */
    boolean needsALook() {
        return rank() < PROTECTED;
    }

    /** Whether a finding is about backups, or about one of these by the name that it gives. */
    static boolean isAbout(Finding finding, List<BackupLine> lines) {
        return finding.kind().startsWith("backup")
                || finding.kind().startsWith("uncovered")
                || lines.stream().anyMatch(l -> l.isNamed(finding.subject()));
    }

    private boolean isNamed(String subject) {
        return subject.equals(what)
                || backup.filter(b -> b.fact().key().equals(subject)).isPresent()
                || backup.filter(b -> b.endpointName().equals(subject)).isPresent()
                || uncovered.filter(u -> u.id().equals(subject)).isPresent();
    }

    boolean matches(List<String> searched) {
        return searched.stream().allMatch(words::contains);
    }
}
