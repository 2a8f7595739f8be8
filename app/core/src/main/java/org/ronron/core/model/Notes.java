package org.ronron.core.model;

/** What colleagues need when everything is down; plain text, each may be empty. */
public record Notes(
        String home, String phone, String hours, String key, String router, String restart) {
    public static final Notes EMPTY = new Notes("", "", "", "", "", "");

    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
