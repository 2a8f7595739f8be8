package org.ronron.core.findings;

import java.util.List;
import java.util.stream.Collectors;

/** Many names in a sentence. */
final class Names {
    /** So many are told, at most. */
    private static final int MOST = 12;

    private Names() {}

    /** The first of them, and how many there are where not all are told. */
    static String some(List<String> all) {
        String some = all.stream().limit(MOST).collect(Collectors.joining(", "));
        return all.size() > MOST ? some + "… (" + all.size() + ")" : some;
    }
}
