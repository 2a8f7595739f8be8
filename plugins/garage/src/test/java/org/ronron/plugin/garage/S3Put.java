package org.ronron.plugin.garage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Puts one object into a bucket, signed as AWS Signature Version 4 has it; for tests alone. */
record S3Put(URI s3, String keyId, String secret) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    void put(String bucket, String name, String text) throws IOException, GeneralSecurityException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String stamp = STAMP.format(Instant.now());
        String day = stamp.substring(0, 8);
        String scope = day + "/garage/s3/aws4_request";
        String path = "/" + bucket + "/" + name;
        String host = s3.getAuthority();
        String signed = "host;x-amz-content-sha256;x-amz-date";
        String request =
                String.join(
                        "\n",
                        "PUT",
                        path,
                        "",
                        "host:" + host,
                        "x-amz-content-sha256:" + sha256(body),
                        "x-amz-date:" + stamp,
                        "",
                        signed,
                        sha256(body));
        String toSign =
                String.join(
                        "\n",
                        "AWS4-HMAC-SHA256",
                        stamp,
                        scope,
                        sha256(request.getBytes(StandardCharsets.UTF_8)));
        byte[] key = mac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), day);
        for (String part : new String[] {"garage", "s3", "aws4_request"}) {
            key = mac(key, part);
        }
        String signature = HexFormat.of().formatHex(mac(key, toSign));
        HttpURLConnection call = (HttpURLConnection) s3.resolve(path).toURL().openConnection();
        call.setRequestMethod("PUT");
        call.setRequestProperty("x-amz-date", stamp);
        call.setRequestProperty("x-amz-content-sha256", sha256(body));
        call.setRequestProperty(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(keyId, scope, signed, signature));
        call.setDoOutput(true);
        try (OutputStream out = call.getOutputStream()) {
            out.write(body);
        }
        if (call.getResponseCode() != 200) {
            String said = new String(call.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new IOException(call.getResponseCode() + " " + said);
        }
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
