package org.ronron.api;

/**
 * One entry of the error catalogue. Its texts are the keys {@code error.<id>.what} and {@code
 * error.<id>.remedy}, in every language; a build without them, or without a test that names the
 * code, fails. A connector brings its own codes as an enum.
 */
public interface ErrorCode {
    /** Stable and short, as shown: {@code R-NET-01}. */
    String id();

    Severity severity();
}
