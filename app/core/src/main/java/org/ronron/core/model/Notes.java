package org.ronron.core.model;

/**
 * What colleagues need when everything is down; plain text, each may be empty.
 *
 * @param role what a machine is for
 */
public record Notes(
        String home,
        String phone,
        String hours,
        String key,
        String router,
        String restart,
        String role) {
    public static final Notes EMPTY = new Notes("", "", "", "", "", "");

    /** Notes that say nothing of a role. */
    public Notes(
            String home, String phone, String hours, String key, String router, String restart) {
        this(home, phone, hours, key, router, restart, "");
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The same with another role. */
    public Notes withRole(String other) {
        return new Notes(home, phone, hours, key, router, restart, other);
    }
}
