package org.ronron.transport.http;

import org.ronron.core.json.JsonText;

/**
 * How a text looks as JSON, found in one pass without building anything: why it cannot be read, and
 * how much it would be.
 *
 * @param values about how many values
 * @param whole whether every string, array and object is closed
 */
record JsonShape(int values, boolean tooDeep, boolean whole) {
    static JsonShape of(String text) {
        int values = 1;
        int depth = 0;
        int deepest = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
                continue;
            }
            switch (c) {
                case '"' -> inString = true;
                case '[', '{' -> {
                    values++;
                    depth++;
                    deepest = Math.max(deepest, depth);
                }
                case ']', '}' -> depth--;
                case ',' -> values++;
                default -> {}
            }
        }
        return new JsonShape(values, deepest > JsonText.DEEPEST, !inString && depth <= 0);
    }
}
