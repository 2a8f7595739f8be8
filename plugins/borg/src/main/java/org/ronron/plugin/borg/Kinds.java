package org.ronron.plugin.borg;

import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.FindingFact;
import org.ronron.api.Plain;
import org.ronron.api.Severity;

/** What can be wrong with a repository, and how much that weighs. */
final class Kinds {
    private static final Map<String, Severity> ALL =
            Map.ofEntries(
                    Map.entry("locked", Severity.WARN),
                    Map.entry("corrupt", Severity.STOP),
                    Map.entry("moved", Severity.ERROR),
                    Map.entry("not-known", Severity.ERROR),
                    Map.entry("host-unreachable", Severity.ERROR),
                    Map.entry("host-key-changed", Severity.STOP),
                    Map.entry("passphrase", Severity.ERROR),
                    Map.entry("missing", Severity.ERROR),
                    Map.entry("disk-full", Severity.ERROR),
                    Map.entry("partial", Severity.WARN),
                    Map.entry("not-encrypted", Severity.WARN),
                    Map.entry("unreadable", Severity.ERROR),
                    Map.entry("check-failed", Severity.WARN),
                    Map.entry("backup-failed", Severity.ERROR),
                    Map.entry("config-unreadable", Severity.ERROR));

    private Kinds() {}

    static boolean isKind(String word) {
        return ALL.containsKey(word);
    }

    static Iterable<String> all() {
        return ALL.keySet();
    }

    /**
     * A finding of this kind.
     *
     * @param details as {@code name=value}; one without a name is the {@code message}
     */
    static FindingFact finding(String kind, String machine, String key, String... details) {
        Map<String, String> all = new TreeMap<>();
        for (String name :
                new String[] {"message", "holder", "since", "before", "host", "archive"}) {
            all.put(name, "");
        }
        all.put("key", key);
        for (String detail : details) {
            boolean named = detail.matches("(message|holder|since|before|host|archive)=.*");
            int at = named ? detail.indexOf('=') : -1;
            String value = Plain.of(detail.substring(at + 1), 300).replace('\n', ' ');
            all.put(named ? detail.substring(0, at) : "message", value);
        }
        return new FindingFact(kind, ALL.getOrDefault(kind, Severity.WARN), machine, all);
    }
}
