package org.ronron.api;

/** Reads what is there. */
public interface Inventory extends Capability {
    /**
     * Everything that this endpoint knows now. Changes nothing; blocks up to the settings' timeout.
     */
    Observation observe() throws ConnectorException;
}
