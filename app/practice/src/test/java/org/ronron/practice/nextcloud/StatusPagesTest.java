package org.ronron.practice.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the stand-in's web server, by the Host of a request. */
class StatusPagesTest {
    @TempDir Path folder;

    @Test
    void answersAsTheSpaceIs() throws Exception {
        StandInFarm farm = StandInFarm.make(folder, "frama.example");
        configure(farm, "chorale", "  'version' => '31.0.5.1',\n  'installed' => true,");
        configure(farm, "coupe", "  'maintenance' => true,\n  'installed' => true,");
        Path noLink = Files.createDirectories(farm.configs().resolve("sans-lien"));
        Files.writeString(noLink.resolve("config.php"), "<?php\n");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                StatusPages pages = StatusPages.start(farm, threads)) {
            String good = asked(pages, "chorale.frama.example", "/status.php");
            assertTrue(good.startsWith("HTTP/1.1 200"), good);
            assertTrue(good.contains("\"installed\":true,\"maintenance\":false"), good);
            assertTrue(good.contains("\"needsDbUpgrade\":false"), good);
            String off = asked(pages, "coupe.frama.example", "/status.php");
            assertTrue(off.startsWith("HTTP/1.1 200"), off);
            assertTrue(off.contains("\"maintenance\":true,\"needsDbUpgrade\":true"), off);
            assertEquals("503", status(pages, "coupe.frama.example", "/"));
            assertEquals("200", status(pages, "Chorale.frama.example:8080", "/"));
            for (String nowhere :
                    new String[] {
                        "sans-lien.frama.example", "nobody.frama.example", "..frama.example", "x"
                    }) {
                assertEquals("404", status(pages, nowhere, "/status.php"), nowhere);
            }
        }
    }

    private static void configure(StandInFarm farm, String space, String lines) throws IOException {
        Path own = Files.createDirectories(farm.configs().resolve(space));
        Files.writeString(
                own.resolve("config.php"), "<?php\n$CONFIG = array (\n" + lines + "\n);\n");
        Path link = farm.sites().resolve(space + "." + farm.domain());
        Files.createSymbolicLink(link, farm.code());
    }

    private static String status(StatusPages pages, String host, String path) throws IOException {
        return asked(pages, host, path).split(" ", 3)[1];
    }

    /** By hand: Java's own client sets the Host itself. */
    private static String asked(StatusPages pages, String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), pages.port())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
