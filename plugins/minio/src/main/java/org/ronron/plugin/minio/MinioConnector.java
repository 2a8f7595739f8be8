package org.ronron.plugin.minio;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Actions;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Spaces;
import org.ronron.lent.S3Archive;

/** MinIO, by the last of its community versions: admin API v3. */
public final class MinioConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "minio",
                    List.of(
                            Setting.required("url", Setting.Kind.URL),
                            Setting.required("user", Setting.Kind.USER),
                            Setting.required("password", Setting.Kind.SECRET),
                            Setting.optional("writer", Setting.Kind.USER),
                            Setting.forWriting("writerPassword", "password"),
                            Setting.preset("region", Setting.Kind.TEXT, "us-east-1"),
                            Setting.optional("insideUrl", Setting.Kind.URL),
                            Setting.preset("archive", Setting.Kind.TEXT, "ronron-removed")),
                    Set.of(Inventory.class, Spaces.class, Actions.class),
                    Set.of(),
                    "fth-archive",
                    List.of("2026-02-12T20:18:48Z"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("org.ronron.plugin.minio.texts", locale);
    }

    @Override
    public List<Grant> grants() {
        return List.of(
                new Grant(Grant.Purpose.READ, "read", Verb.RECIPES.getString("read")),
                new Grant(Grant.Purpose.WRITE, "write", Verb.RECIPES.getString("write")));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        String typed = host.setting("url").orElse("");
        URI inside = host.address("insideUrl", host.setting("insideUrl").orElse(typed));
        Minio minio = Minio.at(host, host.address("url", typed));
        String kept = host.setting("archive").orElse("");
        MinioSpaces spaces = new MinioSpaces(minio, inside, kept);
        Stored stored = new Stored(minio, minio.http());
        var archive = new S3Archive(minio.http(), stored, kept, MinioError.NOT_SAVED);
        return Session.of(
                List.of(
                        new MinioInventory(minio, spaces),
                        spaces,
                        new MinioActions(minio, minio.http(), stored, archive)));
    }
}
