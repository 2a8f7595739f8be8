package org.ronron.plugin.charon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.ronron.core.json.JsonText;
import org.ronron.practice.charon.CharonSimulator;

/** The simulator refuses what breaks the contract, in the contract's words. */
class ContractTest {
    private static final Instant NOW = Instant.parse("2026-11-25T18:00:00Z");

    @Test
    void whatBreaksTheContractIsRefused() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                CharonSimulator charon = new CharonSimulator(threads, () -> NOW)) {
            Caller all = new Caller(charon.url(), charon.token());
            Caller reads = new Caller(charon.url(), charon.token("r", List.of("read")));
            Caller nobody = new Caller(charon.url(), "wrong");
            assertEquals("401 unauthorised", nobody.get("/api/v1"));
            assertEquals("404 not_found", all.get("/api/v2/requests"));
            assertEquals("404 not_found", all.get("/api/v1/wishes"));
            assertEquals("404 not_found", all.get("/api/v1/requests/r_404"));
            assertEquals("400 invalid", all.get("/api/v1/requests?limit=501"));
            assertEquals("400 invalid", all.get("/api/v1/requests?after=hello"));
            assertEquals("403 forbidden", reads.post("/api/v1/requests/r_1/notes", "{}", "", "k"));
            String reject = "/api/v1/requests/r_1/reject";
            assertEquals("400 invalid", all.post(reject, "{\"reason\":\"x\"}", "", "k"));
            assertEquals("400 invalid", all.post(reject, "{\"reason\":\"x\"}", "3", "k"));
            assertEquals("400 invalid", all.post(reject, "{\"reason\":\"x\"}", "\"3\"", ""));
            assertEquals("400 invalid", all.post(reject, "{\"reason", "\"3\"", "k"));
            assertEquals("412 changed", all.post(reject, "{\"reason\":\"x\"}", "\"2\"", "k"));
            assertEquals("422 invalid", all.post(reject, "{}", "\"3\"", "k"));
            assertEquals("200 ", all.post(reject, "{\"reason\":\"x\"}", "\"3\"", "k"));
            assertEquals("200 ", all.post(reject, "{\"reason\":\"x\"}", "\"3\"", "k"));
            assertEquals("409 decided", all.post(reject, "{\"reason\":\"x\"}", "\"4\"", "k2"));
            String accept = "/api/v1/requests/r_6/accept";
            assertEquals(
                    "409 conflict", all.post(accept, "{\"subdomain\":\"fournil\"}", "\"1\"", "k"));
            assertEquals("422 invalid", all.post(accept, "{\"subdomain\":\"-\"}", "\"1\"", "k"));
            assertEquals(
                    "422 invalid",
                    all.post("/api/v1/spaces/fournil/delete", "{\"confirm\":\"x\"}", "", ""));
            charon.busy(7);
            HttpURLConnection busy = all.open("/api/v1");
            assertEquals(429, busy.getResponseCode());
            assertEquals("7", busy.getHeaderField("Retry-After"));
        }
    }

    private record Caller(URI url, String token) {
        String get(String path) throws IOException {
            return said(open(path));
        }

        String post(String path, String body, String match, String key) throws IOException {
            HttpURLConnection call = open(path);
            call.setRequestMethod("POST");
            if (!match.isEmpty()) {
                call.setRequestProperty("If-Match", match);
            }
            if (!key.isEmpty()) {
                call.setRequestProperty("Idempotency-Key", key);
            }
            call.setDoOutput(true);
            try (OutputStream out = call.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
            return said(call);
        }

        private HttpURLConnection open(String path) throws IOException {
            HttpURLConnection call = (HttpURLConnection) url.resolve(path).toURL().openConnection();
            call.setRequestProperty("Authorization", "Bearer " + token);
            return call;
        }

        private static String said(HttpURLConnection call) throws IOException {
            int status = call.getResponseCode();
            try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
                String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return status + " " + JsonText.readObject(body).object("error").word("code");
            }
        }
    }
}
