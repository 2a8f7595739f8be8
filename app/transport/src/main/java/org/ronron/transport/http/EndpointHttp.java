package org.ronron.transport.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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
import org.ronron.transport.guard.Route;
import org.ronron.transport.guard.Said;
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
    private final Reaching reaching;

    public EndpointHttp(
            Site site, HttpLine line, Reaching reaching, URI base, Auth auth, Keyring keyring) {
        this.site = site;
        this.line = line;
        this.reaching = reaching;
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
        Road road = road(call.deadline());
        return send(call, road, false, Deadline.of(call.deadline(), site));
    }

    @Override
    public Answer change(Call call) throws ConnectorException {
        if (!site.writable()) {
            throw readOnly(call);
        }
        Road road = road(call.deadline());
        Deadline deadline = Deadline.of(call.deadline(), site);
        try (Turn.Held turn = line.turn().take(site, road.target.address(), deadline)) {
            return send(call, road, true, deadline);
        }
    }

    @Override
    public Lines lines(Call call, Duration silence) throws ConnectorException {
        if (!call.method().equals("GET")) {
            throw readOnly(call);
        }
        Road road = road(silence);
        Target target = road.target;
        Deadline opening = Deadline.after(silence);
        Wire wire = wire(road);
        OkHttpClient client =
                wire.client()
                        .newBuilder()
                        .callTimeout(Duration.ZERO)
                        .connectTimeout(silence)
                        .readTimeout(silence)
                        .writeTimeout(silence)
                        .build();
        Filled filled = Filled.of(call.body(), false, keyring);
        Request request = request(call, filled, false, target);
        okhttp3.Call under = client.newCall(request);
        line.calls().add(under);
        boolean open = false;
        try {
            Response response =
                    ScopedValue.where(BoundedDns.DEADLINE, opening).call(under::execute);
            wire.prove();
            JsonLines.check(site, target, response);
            open = true;
            return new JsonLines(
                    new JsonLines.Source(site, target, wire, silence),
                    text -> login.hidden(request, text),
                    under,
                    response,
                    line.calls(),
                    client.dispatcher().executorService());
        } catch (IOException e) {
            throw new ConnectorException(
                    new HttpFaults(site, target, wire).of(e, opening, true), Faults.forLog(e));
        } finally {
            if (!open) {
                line.calls().remove(under);
            }
        }
    }

    /** Where this call goes and how. What is on the way is open then. */
    private Road road(Duration asked) throws ConnectorException {
        Optional<Route> route = reaching.route();
        Target target = Target.of(site, base, route.map(Route::suffix).orElse(""));
        Optional<Identity> identity = reaching.identity();
        if (identity.isPresent() && !target.secure()) {
            throw Faults.setting(site.name(), "url", Said.NOT_HTTPS);
        }
        if (route.isPresent()) {
            route.get().open(Deadline.of(asked, site).budget());
        }
        return new Road(target, route, identity);
    }

    private record Road(Target target, Optional<Route> route, Optional<Identity> identity) {}

    private Wire wire(Road road) throws ConnectorException {
        return line.wire(site, road.target, road.route, road.identity);
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

    private Answer send(Call call, Road road, boolean change, Deadline deadline)
            throws ConnectorException {
        Target target = road.target;
        Filled filled = Filled.of(call.body(), change, keyring);
        if (!filled.carried().isEmpty() && !target.confidential()) {
            throw Faults.setting(site.name(), "url", Said.CLEAR_TEXT);
        }
        Wire wire = wire(road);
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
            wire.prove();
            String text = filled.hidden(login.hidden(request, whole.text()));
            return judged(whole, text, target, change ? Effect.UNKNOWN : Effect.NONE);
        } catch (IOException e) {
            Fault fault = new HttpFaults(site, target, wire).of(e, deadline, sent.sent());
            boolean certain = !change || !sent.sent() || HttpFaults.certificateRefused(e);
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
                whole.headers(),
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
        call.headers().forEach(request::header);
        login.sign(request, target, change);
        return request.build();
    }
}
