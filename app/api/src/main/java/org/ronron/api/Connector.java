package org.ronron.api;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The code for one kind of system, found by {@code ServiceLoader}. It opens no socket of its own
 * and knows no other connector; implementations hold no state.
 */
public interface Connector {
    Descriptor descriptor();

    /**
     * The connector's texts, from its own folder; complete in both languages.
     *
     * @param locale {@link Locale#FRENCH} or {@link Locale#ENGLISH}
     */
    ResourceBundle texts(Locale locale);

    /** The least that it needs, for reading and for writing, ready to copy. */
    default List<Grant> grants() {
        return List.of();
    }

    /**
     * A session on one endpoint. Opening reads settings only: the first byte leaves with the first
     * call.
     *
     * @throws ConnectorException {@link CommonError#BAD_SETTING} when a setting is missing or not
     *     valid
     */
    Session open(Host host) throws ConnectorException;
}
