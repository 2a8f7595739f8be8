package org.ronron.api;

/**
 * A way to tell people something. What was received stands in {@link Observation#notices()}; {@link
 * #SEND} is an action with the arguments {@code title}, {@code text}, {@code priority} (0 to 10)
 * and {@code id} (ours, by which it is known again).
 */
public interface Notices extends Capability {
    String SEND = "notice.send";

    /** What a person wants to be told by this way; as the connection says, no I/O. */
    Wanted wanted();

    /**
     * @param what {@code off}, {@code urgent} or {@code all}
     * @param quietFrom minute of the day from which only what cannot wait is told, local time
     * @param quietTo minute of the day at which that ends; the same as the first when never
     */
    record Wanted(String what, int quietFrom, int quietTo) {}
}
