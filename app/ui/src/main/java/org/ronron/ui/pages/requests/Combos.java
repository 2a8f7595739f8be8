package org.ronron.ui.pages.requests;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes to choose one of a few values from, each shown in words. */
final class Combos {
    private Combos() {}

    static <T> ComboBox<T> of(String id, List<T> values, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public @Nullable T fromString(String shown) {
                        return box.getValue(); // nobody types into it
                    }
                });
        return box;
    }
}
