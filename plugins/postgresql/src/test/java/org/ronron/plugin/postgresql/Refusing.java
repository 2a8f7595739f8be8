package org.ronron.plugin.postgresql;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A server that lets anybody in and says yes to every statement but one, which it refuses as a real
 * one does on its worst days (PostgreSQL 15, 55.7 "Message Formats", 55.8 for the fields of an
 * error). It speaks as much as the library asks for in its simple way.
 *
 * @param when what stands in the statement that it refuses; empty refuses the login
 */
record Refusing(ServerSocket door, String when, String severity, String state, String words)
        implements AutoCloseable {
    private static final int QUERY = 'Q';
    private static final List<String> PARAMETERS =
            List.of(
                    "server_version\00015.18\0",
                    "client_encoding\0UTF8\0",
                    "DateStyle\0ISO, MDY\0",
                    "integer_datetimes\0on\0",
                    "standard_conforming_strings\0on\0");

    static Refusing start(
            String when, String severity, String state, String words, Executor executor)
            throws IOException {
        var door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Refusing made = new Refusing(door, when, severity, state, words);
        executor.execute(made::accept);
        return made;
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                talk(
                        new DataInputStream(client.getInputStream()),
                        new DataOutputStream(client.getOutputStream()));
            } catch (IOException theyHungUp) {
                continue;
            }
        }
    }

    private void talk(DataInputStream in, DataOutputStream out) throws IOException {
        body(in);
        if (when.isEmpty()) {
            refuse(out);
            return;
        }
        say(out, 'R', new byte[4]);
        for (String parameter : PARAMETERS) {
            say(out, 'S', bytes(parameter));
        }
        ready(out, 'I');
        char transaction = 'I';
        while (in.readUnsignedByte() == QUERY) {
            String asked = new String(body(in), StandardCharsets.UTF_8);
            if (asked.contains(when)) {
                refuse(out);
                if (severity.equals("FATAL")) {
                    return;
                }
                transaction = transaction == 'T' ? 'E' : transaction;
            } else {
                transaction = asked.startsWith("BEGIN") ? 'T' : transaction;
                transaction = asked.matches("(?s)(COMMIT|ROLLBACK).*") ? 'I' : transaction;
                // the library wants BEGIN for its BEGIN
                say(out, 'C', bytes(asked.split("[^A-Z]", 2)[0] + "\0"));
            }
            ready(out, transaction);
        }
    }

    private static byte[] body(DataInputStream in) throws IOException {
        byte[] body = new byte[in.readInt() - Integer.BYTES];
        in.readFully(body);
        return body;
    }

    private void refuse(DataOutputStream out) throws IOException {
        String fields = "S" + severity + "\0V" + severity + "\0C" + state + "\0M" + words + "\0\0";
        say(out, 'E', bytes(fields));
    }

    private static void ready(DataOutputStream out, char transaction) throws IOException {
        say(out, 'Z', bytes("" + transaction));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** In one write: a message that comes in halves is another test's matter. */
    private static void say(DataOutputStream out, char type, byte[] body) throws IOException {
        var message = new ByteArrayOutputStream();
        var parts = new DataOutputStream(message);
        parts.writeByte(type);
        parts.writeInt(Integer.BYTES + body.length);
        parts.write(body);
        out.write(message.toByteArray());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
