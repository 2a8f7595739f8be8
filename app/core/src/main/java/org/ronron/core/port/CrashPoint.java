package org.ronron.core.port;

/**
 * A named moment at which a test lets the program die. In production {@link #NONE}. The names in
 * use are held against a list by a test.
 */
@FunctionalInterface
public interface CrashPoint {
    CrashPoint NONE = name -> {};

    void at(String name);
}
