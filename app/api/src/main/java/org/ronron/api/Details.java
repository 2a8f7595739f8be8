package org.ronron.api;

import java.util.Map;
import java.util.TreeMap;

/** Values for a text, written as name, value, name, value. */
final class Details {
    private Details() {}

    static Map<String, String> of(String... details) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            map.put(details[i], details[i + 1]);
        }
        return map;
    }
}
