package org.ronron.launcher;

import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.Result;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.ronron.practice.minio.RealMinio;

/** A bucket of a real MinIO as somebody else uses it. */
final class S3Objects {
    private final MinioClient client;
    private final String bucket;

    S3Objects(RealMinio minio, String bucket) {
        this.client =
                MinioClient.builder()
                        .endpoint(minio.url().toString())
                        .credentials(minio.user(), minio.password())
                        .build();
        this.bucket = bucket;
    }

    void make() throws Exception {
        client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
    }

    void put(String key, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.putObject(
                PutObjectArgs.builder().bucket(bucket).object(key).stream(
                                new ByteArrayInputStream(bytes), bytes.length, -1)
                        .build());
    }

    /** Each object with its size and what it holds, by its hash. */
    String listed() throws Exception {
        StringJoiner all = new StringJoiner("\n");
        ListObjectsArgs every = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
        for (Result<Item> result : client.listObjects(every)) {
            Item item = result.get();
            all.add(item.objectName() + " " + item.size() + " " + item.etag());
        }
        return all.toString();
    }
}
