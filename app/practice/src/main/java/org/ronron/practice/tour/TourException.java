package org.ronron.practice.tour;

/** A step of the tour did not come to pass; the message says what was waited for, in one line. */
public final class TourException extends Exception {
    private static final long serialVersionUID = 1L;

    public TourException(String message) {
        super(message);
    }
}
