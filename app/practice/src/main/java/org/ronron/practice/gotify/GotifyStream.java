package org.ronron.practice.gotify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** One open WebSocket of the stand-in (RFC 6455): texts go out, pings are answered. */
final class GotifyStream {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;

    GotifyStream(Socket socket) {
        this.socket = socket;
    }

    /** The answer that opens it. */
    void open(String key) throws IOException {
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accept(key)
                        + "\r\n\r\n";
        write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] digest = sha1.digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException always) {
            throw new IllegalStateException(always);
        }
    }

    /** Answers pings until the other side goes. */
    void serve(InputStream in) throws IOException {
        while (true) {
            int kind = in.read() & 0x0f;
            int size = in.read() & 0x7f;
            if (kind == 0x0f || size > 125) {
                throw new IOException("nothing that a client sends here");
            }
            byte[] mask = in.readNBytes(4);
            byte[] said = in.readNBytes(size);
            for (int i = 0; i < said.length; i++) {
                said[i] ^= mask[i % 4];
            }
            if (kind == CLOSE) {
                frame(CLOSE, said);
                return;
            }
            if (kind == PING) {
                frame(PONG, said);
            }
        }
    }

    void text(String text) throws IOException {
        frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private void frame(int kind, byte[] said) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80 | kind);
        if (said.length < 126) {
            frame.write(said.length);
        } else {
            frame.write(127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(said.length).array());
        }
        frame.writeBytes(said);
        write(frame.toByteArray());
    }

    private synchronized void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Cut without a word, as Gotify does it to a client that was deleted. */
    void cut() throws IOException {
        socket.close();
    }
}
