package org.ronron.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/** JSON in columns. What could not be read again is not written. */
final class Columns {
    private Columns() {}

    static String text(Json.Obj value) throws SQLException {
        String text = JsonText.write(value);
        parse(text);
        return text;
    }

    static String text(Map<String, String> value) throws SQLException {
        Json.Obj object = Json.obj();
        for (Map.Entry<String, String> entry : value.entrySet()) {
            object = object.with(entry.getKey(), entry.getValue());
        }
        return text(object);
    }

    static Json.Obj json(ResultSet row, String column) throws SQLException {
        return parse(row.getString(column));
    }

    static Map<String, String> map(ResultSet row, String column) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        Json.Obj object = json(row, column);
        for (String name : object.members().keySet()) {
            object.text(name).ifPresent(value -> found.put(name, value));
        }
        return Map.copyOf(found);
    }

    private static Json.Obj parse(String text) throws SQLException {
        try {
            return JsonText.readObject(text);
        } catch (IOException e) {
            throw new SQLException("JSON that cannot be read: " + e.getMessage(), e);
        }
    }
}
