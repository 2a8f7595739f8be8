package org.ronron.core.json;

import java.io.IOException;

/** There is more in it than is read: each value takes some memory. */
public final class TooManyException extends IOException {
    private static final long serialVersionUID = 1;

    TooManyException() {
        super("too many values");
    }
}
