package org.ronron.plugin.gotify;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.ronron.api.ConnectorException;
import org.ronron.api.Observation;
import org.ronron.api.Watch;
import org.ronron.lent.LentHttp;
import org.ronron.lent.LentStream;
import org.ronron.lent.Refusal;

/**
 * Messages as they come, by the WebSocket {@code /stream}. It replays nothing, and a deletion gives
 * no frame: so a frame only says that there is something to read, and everything is read once the
 * stream is open. Frames of what was read already (a burst) lead to no reading.
 */
record GotifyWatch(Gotify gotify) implements Watch {
    private static final Pattern ID = Pattern.compile("\\{\\s*\"id\"\\s*:\\s*(\\d{1,15})\\b");

    @Override
    public void watch(Consumer<Observation> heard) throws ConnectorException {
        gotify.refuseAppThatReads();
        var refusal = new Refusal(Set.of(), "2.0 – 3");
        var http = new LentHttp(gotify.host(), gotify.url(), Gotify.PATIENCE, refusal);
        Reader reader = new Reader(heard);
        new LentStream(http).listen(request(), reader::read, reader::frame);
    }

    private Request request() throws ConnectorException {
        String base = gotify.url().toString().replaceFirst("/+$", "");
        HttpUrl url = HttpUrl.get(base + "/stream");
        return gotify.host()
                .secret(
                        Gotify.CLIENT,
                        token ->
                                new Request.Builder()
                                        .url(url)
                                        .header(Gotify.KEY, new String(token))
                                        .build());
    }

    /** Reads anew what is not known yet; one thread. */
    private final class Reader {
        private final Consumer<Observation> heard;
        private long known;

        Reader(Consumer<Observation> heard) {
            this.heard = heard;
        }

        void read() throws ConnectorException {
            known =
                    gotify.newest(1).stream()
                            .flatMap(m -> m.number("id").stream())
                            .findFirst()
                            .orElse(0L);
            heard.accept(new GotifyInventory(gotify).observe());
        }

        void frame(String text) throws ConnectorException {
            Matcher id = ID.matcher(text);
            if (!id.lookingAt() || Long.parseLong(id.group(1)) > known) {
                read();
            }
        }
    }
}
