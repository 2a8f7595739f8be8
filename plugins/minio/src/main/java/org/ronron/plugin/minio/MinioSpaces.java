package org.ronron.plugin.minio;

import com.fasterxml.jackson.databind.JsonNode;
import io.minio.admin.UserInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.Severity;
import org.ronron.api.Spaces;
import org.ronron.lent.LentHttp;

/**
 * Buckets as parts of spaces: a bucket is its space's up to the first dot of its name. {@code
 * accountinfo} tells all of them at once, with versioning and quota; its list may be a second old.
 *
 * @param archive the bucket that is no space's
 */
record MinioSpaces(Minio minio, URI inside, String archive) implements Spaces {
    @Override
    public Map<String, String> facts() {
        String tls = "" + "https".equals(inside.getScheme());
        String port = "" + LentHttp.port(inside);
        String host = inside.getHost();
        return Map.of("host", host, "port", port, "tls", tls, "region", minio.region());
    }

    List<LinkFact> links(JsonNode account) {
        return listed(account).stream().map(bucket -> link(bucket, Map.of())).toList();
    }

    /** Older versions are kept in silence and count: Nextcloud's chunks have filled quotas so. */
    List<FindingFact> findings(JsonNode account) {
        List<String> names =
                listed(account).stream().filter(MinioSpaces::versioned).map(b -> name(b)).toList();
        String some = names.stream().limit(5).collect(Collectors.joining(", "));
        String[] told = {"buckets", some, "many", "" + names.size()};
        return Stream.of(FindingFact.of("versioned", Severity.WARN, "", told))
                .filter(finding -> !names.isEmpty())
                .toList();
    }

    @Override
    public List<LinkFact> look(String space) throws ConnectorException {
        List<LinkFact> found = new ArrayList<>();
        for (JsonNode bucket : listed(minio.account())) {
            String name = name(bucket);
            if (space(name).equals(space)) {
                Optional<UserInfo> user = minio.http().find(() -> minio.admin().getUserInfo(name));
                String quota = bucket.path("details").path("quota").path("quota").asText("0");
                String status = user.map(u -> "" + u.status()).orElse("–");
                String old = versioned(bucket) ? "on" : "off";
                var more = Map.of("user", status, "versioning", old, "quotaBytes", quota);
                found.add(link(bucket, more));
            }
        }
        return found;
    }

    private List<JsonNode> listed(JsonNode account) {
        List<JsonNode> buckets = new ArrayList<>();
        account.path("Buckets").forEach(buckets::add);
        buckets.removeIf(bucket -> name(bucket).equals(archive));
        return buckets;
    }

    private static LinkFact link(JsonNode bucket, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("sizeBytes", "" + bucket.path("size").asLong());
        details.put("objects", "" + bucket.path("objects").asLong());
        boolean odd = versioned(bucket) || "disabled".equals(more.get("user"));
        Health health = odd ? Health.ATTENTION : Health.FINE;
        String name = name(bucket);
        return new LinkFact(LinkFact.Kind.BUCKET, space(name), name, health, details);
    }

    private static String name(JsonNode bucket) {
        return bucket.path("name").asText();
    }

    private static String space(String bucket) {
        return bucket.split("\\.", 2)[0];
    }

    private static boolean versioned(JsonNode bucket) {
        return bucket.path("details").path("versioning").asBoolean();
    }
}
