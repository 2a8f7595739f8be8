package org.ronron.api;

/**
 * A source of requests. What is waiting stands in {@link Observation#requests()}; deciding is done
 * by actions, whose verbs are {@code request.claim}, {@code request.release}, {@code
 * request.accept}, {@code request.hand}, {@code request.followed}, {@code request.refuse}, {@code
 * request.ask}, {@code request.aside} and {@code request.note}.
 */
public interface Requests extends Capability {
    /** Who makes the spaces of this source: one of the two, never both. */
    enum Maker {
        RONRON,
        /** A daemon of the collective's own takes accepted requests up (Framaspace's Hermès). */
        DAEMON
    }

    /** As the connection says; no I/O. */
    Maker maker();

    /**
     * Whom to write to, read now. To be shown or used at once, and kept nowhere.
     *
     * @throws ConnectorException when it cannot be read, or is not kept any more
     */
    Contact contact(String requestKey) throws ConnectorException;

    /** A person's name and address. */
    record Contact(String name, String email) {
        /** Without either. */
        @Override
        public String toString() {
            return "Contact";
        }
    }
}
