package org.ronron.plugin.charon;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Plain;
import org.ronron.api.Requests;
import org.ronron.api.Spaces;

/** Whom to write to, read when it is needed; and the record of one space. */
record CharonSource(Charon charon, Requests.Maker maker) implements Requests, Spaces {
    /** What a header of a mail can hold; RFC 5321, section 4.5.3.1.3, allows 254 characters. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>,;:\"\\p{Cc}]+@[^\\s<>,;:\"@\\p{Cc}]+");

    private static final int LONGEST_ADDRESS = 254;

    @Override
    public Contact contact(String requestKey) throws ConnectorException {
        if (!RequestRow.ID.matcher(requestKey).matches()) {
            throw charon.calls().fault(CharonError.BAD_VALUE, "field", "request");
        }
        Json.Obj contact = charon.get(Charon.REQUESTS + requestKey).object("contact");
        String email = contact.word("email");
        if (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
            throw charon.calls().fault(CharonError.NO_CONTACT, "request", requestKey);
        }
        return new Contact(Plain.word(contact.word("name")), email);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of();
    }

    @Override
    public List<LinkFact> look(String space) throws ConnectorException {
        try {
            return List.of(RequestRow.link(charon.get(Charon.SPACES + Plain.segment(space))));
        } catch (ConnectorException none) {
            if (none.fault().code() != CharonError.GONE) {
                throw none;
            }
            return List.of();
        }
    }
}
