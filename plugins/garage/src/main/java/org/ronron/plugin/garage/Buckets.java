package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ronron.api.ActionSpec;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Plain;
import org.ronron.layout.buckets.BucketWish;
import org.ronron.layout.buckets.FoundBucket;

/**
 * The calls on buckets and keys. Each costs Garage a tenth of a second for the token (argon2), so
 * none is made for nothing.
 */
record Buckets(JsonCalls admin, Host host) {
    ActionSpec describe(BucketWish wish) {
        Http.Call call = wish.call(wish.unknownBucket(), "id-of-" + wish.keyName());
        return admin.describe(wish.verb().stepClass(), call, wish.mark());
    }

    /** The bucket of this global name. */
    FoundBucket find(String alias) throws ConnectorException {
        return new FoundBucket(there("/v2/GetBucketInfo?globalAlias=", alias));
    }

    private Optional<Json.Obj> there(String path, String name) throws ConnectorException {
        Http.Answer answer = admin.ask(path + Plain.segment(name));
        boolean none = answer.status() == 404 || answer.status() == 400;
        return none ? Optional.empty() : Optional.of(admin.body(answer));
    }

    private List<Json.Obj> list(String path) throws ConnectorException {
        Http.Answer answer = admin.ask(path);
        return answer.status() == 200
                ? Json.obj().with("rows", answer.json()).objects("rows")
                : List.of(admin.body(answer));
    }

    /**
     * Ids of the keys that are named so. A list of Garage's still has one that is gone as long as a
     * node has missed that (each leaves out what it knows to be deleted, and the rest is put
     * together: {@code data.rs} and {@code table.rs} of its tables, 2.5.0); asked for by its id, it
     * is not there.
     */
    private List<String> keys(Predicate<String> named) throws ConnectorException {
        List<String> found = new ArrayList<>();
        for (Json.Obj key : list("/v2/ListKeys")) {
            String id = key.word("id");
            if (named.test(key.word("name")) && there("/v2/GetKeyInfo?id=", id).isPresent()) {
                found.add(id);
            }
        }
        return found;
    }

    void perform(BucketWish wish) throws ConnectorException {
        Optional<String> wrong = wish.wrong();
        if (wrong.isPresent()) {
            throw admin.fault(GarageError.BAD_VALUE, "field", wrong.get());
        }
        boolean needsKey = wish.verb().ofKey();
        List<String> keys = needsKey ? keys(wish.keyName()::equals) : List.of();
        if (wish.verb().onlyKey()) {
            key(wish, keys);
            return;
        }
        FoundBucket found = find(wish.text("alias"));
        Optional<FoundBucket.Refusal> refusal = found.refusal(wish);
        if (refusal.isPresent()) {
            throw fault(GarageError.valueOf(refusal.get().name()), wish.text("alias"));
        }
        if (needsKey && keys.isEmpty()) {
            throw fault(GarageError.NOT_THERE, wish.keyName());
        }
        if (found.idle(wish)) {
            mayWrite(wish);
        } else {
            Json.Obj of = wish.verb().ofHidden() ? hidden(wish) : found.told();
            if (of.members().isEmpty() && !wish.verb().makes()) {
                throw fault(GarageError.NOT_THERE, wish.text("alias"));
            }
            send(wish, wish.call(of, keys.isEmpty() ? "" : keys.getFirst()));
        }
    }

    private void key(BucketWish wish, List<String> keys) throws ConnectorException {
        if (wish.verb().makes() && !keys.isEmpty()) {
            throw fault(GarageError.THERE, wish.keyName());
        }
        if (wish.verb().makes()) {
            send(wish, wish.call(Json.obj(), ""));
        }
        for (String id : keys) {
            send(wish, wish.call(Json.obj(), id));
        }
        mayWrite(wish);
    }

    /** Also where nothing is left to do, a session that only reads does not say that it did it. */
    private void mayWrite(BucketWish wish) throws ConnectorException {
        if (!host.writable()) {
            throw admin.fault(CommonError.READ_ONLY, "call", wish.verb().call());
        }
    }

    /** The bucket that a key with our mark knows by this name, though not everybody does. */
    private Json.Obj hidden(BucketWish wish) throws ConnectorException {
        List<String> keys = keys(name -> name.startsWith(wish.ours()));
        return list("/v2/ListBuckets").stream()
                .filter(listed -> wish.hidden(listed, keys))
                .findFirst()
                .orElse(Json.obj());
    }

    private ConnectorException fault(GarageError code, String name) {
        return admin.fault(code, "name", name);
    }

    private void send(BucketWish wish, Http.Call call) throws ConnectorException {
        Http.Answer answer = admin.send(call);
        int status = answer.status();
        if (status == 409) {
            throw fault(
                    wish.verb().makes() ? GarageError.THERE : GarageError.HOLDS_DATA,
                    wish.text("alias"));
        }
        String[] said = {"status", "" + status, "message", JsonCalls.message(answer)};
        if (status >= 500) {
            throw admin.unknown(CommonError.SERVER_ERROR, said);
        }
        if (status != 200) {
            throw admin.fault(CommonError.SERVER_ERROR, said);
        }
    }

    Evidence probe(BucketWish wish) throws ConnectorException {
        Optional<String> wrong = wish.wrong();
        if (wrong.isPresent()) {
            return host.evidence(Evidence.Verdict.NOT_DONE, wrong.get());
        }
        if (wish.verb().onlyKey()) {
            List<String> keys = keys(wish.keyName()::equals);
            return host.evidence(wish.verdict(keys), "keys: " + keys.size());
        }
        FoundBucket found = find(wish.text("alias"));
        return host.evidence(found.verdict(wish), found.words());
    }
}
