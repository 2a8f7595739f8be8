package org.ronron.transport;

import java.util.Map;
import org.ronron.api.Http;
import org.ronron.transport.http.TextAnswer;

/** Answers of bytes in memory, read like those that a server sends: for measuring. Any thread. */
public final class MemoryAnswers {
    /** As long as a token of Nomad's; each answer is searched for the one that was sent. */
    private static final String TOKEN = "b7a0c1f2-0000-4000-8000-000000000000";

    private MemoryAnswers() {}

    public static Http.Answer of(int status, Map<String, String> headers, byte[] body) {
        return TextAnswer.of(status, headers, body, TOKEN);
    }
}
