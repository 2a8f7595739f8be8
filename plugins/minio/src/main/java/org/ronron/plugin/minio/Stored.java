package org.ronron.plugin.minio;

import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.ListObjectsArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;
import org.ronron.api.Progress;
import org.ronron.lent.LentHttp;
import org.ronron.lent.S3Archive;
import org.ronron.lent.S3Archive.Place;
import org.ronron.lent.S3Object;

/** What is in buckets. */
record Stored(Minio minio, LentHttp http) implements S3Archive.S3 {
    /** Objects of one bucket whose list is still held in memory. */
    private static final int MOST = 500_000;

    @Override
    public Map<String, S3Object> list(Place place) throws ConnectorException {
        Map<String, S3Object> found = new TreeMap<>();
        for (Item item : http.find(() -> items(place, false)).orElse(List.of())) {
            found.put(item.objectName().substring(place.prefix().length()), object(item));
        }
        return found;
    }

    @Override
    public void copy(Place from, Place to, String key) throws ConnectorException {
        var source = CopySource.builder().bucket(from.bucket()).object(from.prefix() + key).build();
        var wish = CopyObjectArgs.builder().bucket(to.bucket()).object(to.prefix() + key);
        http.ask(() -> minio.s3().copyObject(wish.source(source).build()));
    }

    /** Removes what the archive holds; nothing, when there is anything else. */
    Json.Obj empty(Place live, S3Archive archive, Progress progress) throws ConnectorException {
        Map<String, S3Object> saved = list(archive.of(live));
        List<String> unsafe = new ArrayList<>();
        List<DeleteObject> gone = new ArrayList<>();
        for (Item item : http.ask(() -> items(live, true))) {
            String key = item.objectName();
            boolean bare = item.isDeleteMarker();
            if (!bare && !(item.isLatest() && object(item).isCopied(saved, key))) {
                unsafe.add(key);
            }
            gone.add(new DeleteObject(key, item.versionId()));
        }
        archive.refuse(live, unsafe);
        progress.report("phase.empty", 0, gone.size());
        var wish = RemoveObjectsArgs.builder().bucket(live.bucket()).objects(gone).build();
        var refused = minio.s3().removeObjects(wish).iterator();
        String left = http.ask(() -> refused.hasNext() ? refused.next().get().code() : "");
        if (!left.isEmpty()) {
            throw http.stopped(CommonError.SERVER_ERROR, "message", left);
        }
        return Json.obj().with("objects", gone.size());
    }

    /** Whether there is anything in it, old versions too. */
    boolean in(String bucket) throws ConnectorException {
        var wish = ListObjectsArgs.builder().bucket(bucket).recursive(true).includeVersions(true);
        var first = minio.s3().listObjects(wish.maxKeys(1).build()).iterator();
        return http.ask(() -> first.hasNext() && first.next().get() != null);
    }

    private static S3Object object(Item item) {
        String etag = item.etag().replace("\"", "");
        return new S3Object(etag, item.size(), item.lastModified().toInstant());
    }

    private List<Item> items(Place place, boolean versions) throws Exception {
        var wish = ListObjectsArgs.builder().bucket(place.bucket()).prefix(place.prefix());
        wish.recursive(true).includeVersions(versions);
        List<Item> found = new ArrayList<>();
        for (Result<Item> one : minio.s3().listObjects(wish.build())) {
            found.add(one.get());
            if (found.size() > MOST) {
                throw http.stopped(CommonError.TOO_LARGE, "limit", MOST + " objects");
            }
        }
        return found;
    }
}
