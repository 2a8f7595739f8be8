package org.ronron.transport.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a PEM file (RFC 7468).
 *
 * @param kind what stands after {@code BEGIN}
 */
record Pem(String kind, byte[] content) {
    private static final Pattern PART =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    /** What cannot be read is left out. */
    static List<Pem> parts(byte[] file) {
        List<Pem> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            try {
                parts.add(new Pem(matcher.group(1), decoded(matcher.group(2))));
            } catch (IllegalArgumentException noBase64) {
                parts.add(new Pem(matcher.group(1), new byte[0]));
            }
        }
        return parts;
    }

    /** Headers, as older forms have them, make it unreadable: such keys are not taken. */
    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    }

    /** The certificates among them, in order. */
    static List<X509Certificate> certificates(byte[] file) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        for (Pem part : parts(file)) {
            if (part.kind.equals("CERTIFICATE")) {
                found.add(
                        (X509Certificate)
                                factory.generateCertificate(
                                        new ByteArrayInputStream(part.content)));
            }
        }
        return found;
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "Pem[" + kind + "]";
    }
}
