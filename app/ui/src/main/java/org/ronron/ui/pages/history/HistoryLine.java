package org.ronron.ui.pages.history;

import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.ui.parts.Plain;

/**
 * A line of the history as it is read, and as it is searched.
 *
 * @param plan what people call the plan; empty where there was none
 * @param title what that plan does
 * @param outcome where its operation is now
 * @param plain all of it, as it is searched
 */
record HistoryLine(
        HistoryRow row,
        String when,
        String what,
        String plan,
        String title,
        String outcome,
        String plain) {
    /** Whether every word that is looked for stands in it, accents and capitals aside. */
    boolean matches(String search) {
        for (String word : Plain.of(search).strip().split("\\s+")) {
            if (!plain.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
