package org.ronron.core.desk;

/** A handle to let go of an observer. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
