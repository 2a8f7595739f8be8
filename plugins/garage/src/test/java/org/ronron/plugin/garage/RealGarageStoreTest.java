package org.ronron.plugin.garage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.practice.garage.AdminApi;
import org.ronron.practice.garage.RealGarage;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

class RealGarageStoreTest extends StoreCases {
    @Nullable private RealGarage garage;

    @Override
    AdminApi start() throws Exception {
        try {
            RealGarage started = RealGarage.start(Programs.ofThisMachine());
            garage = started;
            return started.admin(1);
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }

    @Override
    AdminApi admin() {
        return running().admin(1);
    }

    private RealGarage running() {
        if (garage == null) {
            throw new IllegalStateException("not started");
        }
        return garage;
    }

    /** With a key of somebody else's, over S3. */
    @Override
    void fill(String alias) throws Exception {
        Json.Obj key = posted("CreateKey", Json.obj().with("name", "somebody-" + alias));
        Json.Obj bucket = admin().get("/v2/GetBucketInfo?globalAlias=" + alias).object();
        Json yes = Json.of(true);
        posted(
                "AllowBucketKey",
                Json.obj()
                        .with("bucketId", bucket.word("id"))
                        .with("accessKeyId", key.word("accessKeyId"))
                        .with("permissions", Json.obj().with("read", yes).with("write", yes)));
        new S3Put(running().s3Url(1), key.word("accessKeyId"), key.word("secretAccessKey"))
                .put(alias, "index.html", "hello");
    }

    private Json.Obj posted(String call, Json.Obj body) throws IOException {
        AdminApi.Answer answer = admin().post("/v2/" + call, JsonText.write(body));
        if (answer.status() != 200) {
            throw new IOException(call + " " + answer);
        }
        return answer.object();
    }

    @Override
    void away() throws IOException {
        running().kill(4);
        running().kill(5);
    }

    /** It lists the key for some seconds, until the nodes have compared what they have. */
    @Override
    void back() throws IOException {
        running().start(4);
        running().start(5);
        running().await(() -> late().get("/v2/ListKeys").status() == 200);
    }

    @Override
    AdminApi late() {
        return running().admin(4);
    }

    @Override
    void together() throws IOException {
        for (int node = 1; node <= 5; node++) {
            running().awaitHealthy(node);
        }
    }

    @AfterAll
    void stop() {
        if (garage != null) {
            garage.close();
        }
    }
}
