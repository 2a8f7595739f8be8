package org.ronron.practice.clusters;

import java.util.Map;
import org.ronron.api.Http;

/** What makes an answer of bytes, as the transport does with those that a server sends. */
@FunctionalInterface
public interface Answering {
    Http.Answer answer(int status, Map<String, String> headers, byte[] body);
}
