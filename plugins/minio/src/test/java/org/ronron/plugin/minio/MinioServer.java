package org.ronron.plugin.minio;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.Result;
import io.minio.admin.MinioAdminClient;
import io.minio.admin.UserInfo;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronron.practice.minio.RealMinio;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Subject;

/** A real MinIO, and what others than we do on it. */
record MinioServer(RealMinio real) implements Subject {
    static MinioServer started() throws IOException {
        try {
            return new MinioServer(RealMinio.start(Programs.ofThisMachine()));
        } catch (MissingProgramException e) {
            throw Lab.missing(e);
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("url", real.url().toString(), "user", real.user());
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("password", real.password(), Plans.SECRET.name(), Plans.VALUE);
    }

    /** As root. */
    MinioClient s3() {
        return s3(real.user(), real.password());
    }

    MinioClient s3(String user, String secret) {
        return MinioClient.builder()
                .endpoint(real.url().toString())
                .credentials(user, secret)
                .build();
    }

    MinioAdminClient admin() {
        return MinioAdminClient.builder()
                .endpoint(real.url().toString())
                .credentials(real.user(), real.password())
                .build();
    }

    /** A user with a policy of its own. */
    void user(String name, String secret, String policy) throws Exception {
        admin().addUser(name, UserInfo.Status.ENABLED, secret, null, null);
        admin().addCannedPolicy(name, policy);
        admin().setPolicy(name, false, name);
    }

    void bucket(String name) throws Exception {
        if (!s3().bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
            s3().makeBucket(MakeBucketArgs.builder().bucket(name).build());
        }
    }

    void put(String bucket, String key, String text) throws Exception {
        put(bucket, key, text.getBytes(StandardCharsets.UTF_8), -1);
    }

    void put(String bucket, String key, byte[] bytes, long part) throws Exception {
        put(s3(), bucket, key, bytes, part);
    }

    /**
     * @param part bytes of each part, or -1 for one
     */
    static void put(MinioClient as, String bucket, String key, byte[] bytes, long part)
            throws Exception {
        long size = part < 0 ? bytes.length : -1;
        as.putObject(
                PutObjectArgs.builder().bucket(bucket).object(key).stream(
                                new ByteArrayInputStream(bytes), size, part)
                        .contentType("text/x-proof")
                        .userMetadata(Map.of("kept", "yes"))
                        .build());
    }

    String get(String bucket, String key) throws Exception {
        try (var in = s3().getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    TreeSet<String> keys(String bucket, @Nullable String prefix) throws Exception {
        TreeSet<String> keys = new TreeSet<>();
        for (Result<Item> one :
                s3().listObjects(
                                ListObjectsArgs.builder()
                                        .bucket(bucket)
                                        .prefix(prefix)
                                        .recursive(true)
                                        .build())) {
            keys.add(one.get().objectName());
        }
        return keys;
    }

    @Override
    public void close() {
        real.close();
    }
}
