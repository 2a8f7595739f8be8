package org.ronron.plugin.minio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minio.Digest;
import io.minio.MinioClient;
import io.minio.Signer;
import io.minio.Time;
import io.minio.admin.MinioAdminClient;
import io.minio.credentials.Credentials;
import io.minio.credentials.Provider;
import io.minio.http.HttpUtils;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Login;
import org.ronron.lent.Allowed;
import org.ronron.lent.LentHttp;
import org.ronron.lent.Refusal;

/**
 * The vendor's two clients, and the calls that they lack, signed by their signer. The secret is
 * lent anew for each call.
 */
record Minio(
        LentHttp http,
        Host host,
        HttpUrl url,
        String region,
        Provider login,
        MinioClient s3,
        MinioAdminClient admin) {
    /** Of one call. Without a quorum MinIO leaves calls hanging; its info then takes 16 seconds. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Refusal REFUSAL =
            new Refusal(Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch"), "admin API v3");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Nothing is connected yet.
     *
     * @throws ConnectorException {@link CommonError#BAD_SETTING}
     */
    static Minio at(Host host, URI address) throws ConnectorException {
        String user = host.setting("user").orElse("");
        HttpUrl url = HttpUrl.parse(address.getScheme() + "://" + address.getAuthority());
        if (user.isBlank() || url == null) {
            String setting = user.isBlank() ? "user" : "url";
            String reason = user.isBlank() ? "is missing" : "names no host";
            throw host.fault(CommonError.BAD_SETTING, "setting", setting, "reason", reason);
        }
        LentHttp http = new LentHttp(host, address, DEADLINE, REFUSAL);
        String region = host.setting("region").orElse("us-east-1");
        Provider login = () -> lent(host, user);
        var s3 = MinioClient.builder().endpoint(url).region(region).credentialsProvider(login);
        var admin = MinioAdminClient.builder().endpoint(url).region(region);
        return new Minio(
                http,
                host,
                url,
                region,
                login,
                s3.httpClient(http.client()).build(),
                admin.credentialsProvider(login).httpClient(http.client()).build());
    }

    private static Credentials lent(Host host, String user) {
        boolean writes = host.writable() && host.hasSecret("writerPassword");
        String name = writes ? host.setting("writer").orElse(user) : user;
        try {
            return host.secret("password", k -> new Credentials(name, new String(k), null, null));
        } catch (ConnectorException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whose key signs, what it may do, and all buckets of which it may know. */
    JsonNode account() throws ConnectorException {
        return http.ask(() -> JSON.readTree(signed("GET", "accountinfo")));
    }

    /**
     * What MinIO says of us. Of the user for changes it says so in their sessions only, since its
     * key is not lent to others.
     */
    Login login(JsonNode account) {
        Set<String> patterns = new TreeSet<>();
        for (JsonNode statement : account.path("Policy").path("Statement")) {
            if (statement.path("Effect").asText().equals("Allow")) {
                statement.path("Action").forEach(right -> patterns.add(right.asText()));
            }
        }
        boolean told = host.writable() || !host.hasSecret("writerPassword");
        Map<String, List<String>> needs =
                Arrays.stream(Verb.values())
                        .filter(verb -> told)
                        .collect(Collectors.toMap(Verb::word, Verb::needs));
        return new Allowed(patterns).login(account.path("AccountName").asText(), needs);
    }

    /** Lets a user in, or not any more: {@code enabled}, {@code disabled}. */
    Json.Obj status(String user, String status) throws ConnectorException {
        http.run(() -> signed("PUT", "set-user-status", "accessKey", user, "status", status));
        return Json.obj();
    }

    /** Whether enough drives answer to write; only this tells, {@code info} says online anyway. */
    boolean quorum() throws ConnectorException {
        HttpUrl health = url.newBuilder().addPathSegments("minio/health/cluster").build();
        return http.run(() -> http.fetch(new Request.Builder().url(health).build()), 503) == 0;
    }

    private byte[] signed(String method, String command, String... query) throws Exception {
        HttpUrl.Builder to = url.newBuilder().addPathSegments("minio/admin/v3/" + command);
        for (int i = 0; i + 1 < query.length; i += 2) {
            to.addQueryParameter(query[i], query[i + 1]);
        }
        HttpUrl built = to.build();
        Credentials key = login.fetch();
        String now = host.clock().instant().atZone(Time.UTC).format(Time.AMZ_DATE_FORMAT);
        String hash = Digest.ZERO_SHA256_HASH;
        Request request =
                new Request.Builder()
                        .url(built)
                        .method(method, method.equals("GET") ? null : RequestBody.EMPTY)
                        .header("Host", HttpUtils.getHostHeader(built))
                        .header("Accept-Encoding", "identity")
                        .header("x-amz-date", now)
                        .header("x-amz-content-sha256", hash)
                        .build();
        return http.fetch(Signer.signV4S3(request, region, key.accessKey(), key.secretKey(), hash));
    }
}
