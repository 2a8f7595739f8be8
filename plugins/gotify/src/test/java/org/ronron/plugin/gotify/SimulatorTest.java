package org.ronron.plugin.gotify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.practice.gotify.GotifySimulator;

/** The stand-in refuses as the real one did, and both are read alike. */
class SimulatorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "24-message-post-client-token-no-appid",
                "25-message-post-client-token-foreign-appid",
                "30-error-missing-message",
                "33-error-wrong-token",
                "36-error-app-token-reads",
                "37-error-404-route",
                "40-error-priority-string",
                "43-error-limit-201",
                "44-error-limit-0"
            })
    void itRefusesAsTheRealOne(String name) throws Exception {
        Json.Obj real = capture(name);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                GotifySimulator gotify = new GotifySimulator(threads, InstantSource.system())) {
            String[] request = real.word("request").split(" ", 2);
            HttpURLConnection call =
                    (HttpURLConnection) gotify.url().resolve(request[1]).toURL().openConnection();
            call.setRequestMethod(request[0]);
            String shown = real.object("requestHeaders").word("X-Gotify-Key");
            String token =
                    shown.startsWith("<app")
                            ? gotify.appToken()
                            : shown.startsWith("<client") ? gotify.clientToken() : shown;
            call.setRequestProperty("X-Gotify-Key", token);
            if (request[0].equals("POST")) {
                call.setDoOutput(true);
                try (OutputStream out = call.getOutputStream()) {
                    String body = JsonText.write(real.object("requestBody"));
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            assertEquals(real.number("status").orElseThrow(), (long) call.getResponseCode());
            try (InputStream in = call.getErrorStream()) {
                String said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(real.object("body"), JsonText.readObject(said));
            }
        }
    }

    @Test
    void aRealMessageIsRead() throws Exception {
        Json.Obj page = capture("60-paging-1").object("body");
        var newest = GotifyInventory.fact(page.objects("messages").getFirst(), Map.of(3L, "Borg"));
        assertEquals("15", newest.id());
        assertEquals("Borg", newest.from());
        assertEquals("page 6", newest.text());
        assertEquals(6, newest.priority());
        assertEquals("2026-11-22T13:49:04.313204901Z", newest.at().toString());
        assertEquals(13, page.object("paging").number("since").orElseThrow());
        assertEquals("3.0.0", capture("02-version").object("body").word("version"));
    }

    private static Json.Obj capture(String name) throws IOException {
        try (InputStream in =
                SimulatorTest.class.getResourceAsStream("/captures/" + name + ".json")) {
            if (in == null) {
                throw new IOException("no capture " + name);
            }
            return JsonText.readObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
