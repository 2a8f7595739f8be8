package org.ronron.core.desk;

import org.ronron.api.Requests;
import org.ronron.core.model.PlainText;

/**
 * A request that came by mail, by telephone, or over a beer, as somebody types it in.
 *
 * @param wished name for the space; may be empty
 * @param contact whom to write to; kept until it is decided, at most 30 days
 */
public record HandRequest(
        String organisation,
        String purpose,
        String wished,
        String office,
        Requests.Contact contact) {
    public HandRequest {
        organisation = PlainText.line(organisation);
    }
}
