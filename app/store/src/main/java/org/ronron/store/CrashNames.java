package org.ronron.store;

import java.util.List;
import java.util.stream.Stream;

/** The moments at which a test may let the store die. */
final class CrashNames {
    private static final List<String> TRANSACTIONS =
            List.of(
                    "begin",
                    "append",
                    "outcome",
                    "collective",
                    "endpoint",
                    "observation",
                    "edit",
                    "history",
                    "preference",
                    "trust");

    static final List<String> ALL =
            Stream.concat(
                            Stream.of("store.create.before-rename", "store.copy.before-rename"),
                            TRANSACTIONS.stream()
                                    .flatMap(
                                            name ->
                                                    Stream.of(
                                                            "store." + name + ".before-commit",
                                                            "store." + name + ".after-commit")))
                    .toList();

    private CrashNames() {}
}
