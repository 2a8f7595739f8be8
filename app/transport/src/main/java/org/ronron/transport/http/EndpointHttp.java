package org.ronron.transport.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.Turn;

/** The calls of one endpoint below one address. Any thread. */
public final class EndpointHttp implements Http {
    private static final MediaType JSON = MediaType.get("application/json");

    private final Site site;
    private final HttpLine line;
    private final URI base;
    private final Login login;
    private final Keyring keyring;

    public EndpointHttp(Site site, HttpLine line, URI base, Auth auth, Keyring keyring) {
        this.site = site;
        this.line = line;
        this.base = base;
        this.keyring = keyring;
        this.login = new Login(site, auth, keyring);
    }

    @Override
    public Answer read(Call call) throws ConnectorException {
        boolean reading =
                call.method().equals("GET")
                        || call.method().equals("HEAD")
                        || site.readingCalls().contains(named(call));
        if (!reading) {
            throw readOnly(call);
        }
        return send(call, Target.of(site, base), false, Deadline.of(call.deadline(), site));
    }

    @Override
    public Answer change(Call call) throws ConnectorException {
        if (!site.writable()) {
            throw readOnly(call);
        }
        Deadline deadline = Deadline.of(call.deadline(), site);
        Target target = Target.of(site, base);
        try (Turn.Held turn = line.turn().take(site, target.address(), deadline)) {
            return send(call, target, true, deadline);
        }
    }

    @Override
    public Lines lines(Call call, Duration silence) throws ConnectorException {
        if (!call.method().equals("GET")) {
            throw readOnly(call);
        }
        Target target = Target.of(site, base);
        Deadline opening = Deadline.after(silence);
        OkHttpClient client =
                line.wire(site, target)
                        .client()
                        .newBuilder()
                        .callTimeout(Duration.ZERO)
                        .connectTimeout(silence)
                        .readTimeout(silence)
                        .writeTimeout(silence)
                        .build();
        Filled filled = Filled.of(call.body(), false, keyring);
        okhttp3.Call under = client.newCall(request(call, filled, false, target));
        line.calls().add(under);
        boolean open = false;
        try {
            Response response =
                    ScopedValue.where(BoundedDns.DEADLINE, opening).call(under::execute);
            JsonLines.check(site, target, response);
            open = true;
            return new JsonLines(site, target, under, response, silence, line.calls());
        } catch (IOException e) {
            throw new ConnectorException(
                    HttpFaults.of(site, target, e, opening, false), Faults.forLog(e));
        } finally {
            if (!open) {
                line.calls().remove(under);
            }
        }
    }

    private ConnectorException readOnly(Call call) {
        return new ConnectorException(
                Fault.of(CommonError.READ_ONLY, site.name(), "call", named(call)));
    }

    /** Method and path without the query, which may hold what nobody should read in a log. */
    private static String named(Call call) {
        int query = call.path().indexOf('?');
        return call.method() + " " + (query < 0 ? call.path() : call.path().substring(0, query));
    }

    private Answer send(Call call, Target target, boolean change, Deadline deadline)
            throws ConnectorException {
        Filled filled = Filled.of(call.body(), change, keyring);
        Wire wire = line.wire(site, target);
        if (change) {
            // An idle connection may be dead: then nobody could tell whether the call arrived.
            wire.hangUp();
        }
        Sent sent = new Sent();
        OkHttpClient client =
                wire.client()
                        .newBuilder()
                        .callTimeout(deadline.left())
                        .connectTimeout(deadline.left())
                        .readTimeout(deadline.left())
                        .writeTimeout(deadline.left())
                        .eventListener(sent)
                        .build();
        Request request = request(call, filled, change, target);
        okhttp3.Call under = client.newCall(request);
        line.calls().add(under);
        try {
            if (change && !site.writable()) {
                // switched off while it waited for its turn; once it is among the calls, it is cut
                throw readOnly(call);
            }
            Whole whole =
                    ScopedValue.where(BoundedDns.DEADLINE, deadline).call(() -> Whole.of(under));
            String text = filled.hidden(login.hidden(request, whole.text()));
            return judged(whole, text, target, change ? Effect.UNKNOWN : Effect.NONE);
        } catch (IOException e) {
            Fault fault = HttpFaults.of(site, target, e, deadline, sent.sent());
            boolean certain = !change || !sent.sent();
            throw new ConnectorException(
                    fault.withEffect(certain ? Effect.NONE : Effect.UNKNOWN), Faults.forLog(e));
        } finally {
            line.calls().remove(under);
        }
    }

    private Answer judged(Whole whole, String text, Target target, Effect effect)
            throws ConnectorException {
        if (whole.elsewhere().isPresent()) {
            throw new ConnectorException(
                    HttpFaults.redirected(site, target, whole.elsewhere().get())
                            .withEffect(effect));
        }
        if (whole.tooLarge()) {
            throw new ConnectorException(HttpFaults.tooLarge(site, target).withEffect(effect));
        }
        return new TextAnswer(
                new Origin(site.name(), target.address(), effect),
                whole.status(),
                whole.type(),
                text);
    }

    private Request request(Call call, Filled filled, boolean change, Target target)
            throws ConnectorException {
        boolean bare =
                call.body().isEmpty()
                        && (call.method().equals("GET") || call.method().equals("HEAD"));
        @Nullable Once body =
                bare && !change
                        ? null
                        : new Once(filled.json(), call.body().isPresent() ? JSON : null);
        Request.Builder request =
                new Request.Builder()
                        .url(target.below(call.path()))
                        .method(call.method(), body)
                        .header("User-Agent", "Ronron")
                        .header("Accept", "application/json, */*;q=0.5");
        login.sign(request, target, change);
        return request.build();
    }
}
