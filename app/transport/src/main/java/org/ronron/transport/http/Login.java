package org.ronron.transport.http;

import java.util.Optional;
import okhttp3.Request;
import org.ronron.api.Auth;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;

/** Puts the secret into a request at the last moment, and takes it out of the answer. */
record Login(Site site, Auth auth, Keyring keyring) {
    /**
     * @param change then the secret for writing takes the place of the other, where there is one
     */
    void sign(Request.Builder request, Target target, boolean change) throws ConnectorException {
        switch (auth) {
            case Auth.None none -> {}
            case Auth.Bearer(String key) ->
                    put(request, target, "Authorization", "Bearer ", shown(key, change));
            case Auth.Header(String header, String key) ->
                    put(request, target, header, "", shown(key, change));
        }
    }

    private String shown(String key, boolean change) {
        return change ? keyring.forChange(key) : key;
    }

    /** The text of the answer without the secret that the request carried. */
    String hidden(Request request, String text) {
        String carried =
                switch (auth) {
                    case Auth.None none -> "";
                    case Auth.Bearer bearer -> carried(request, "Authorization", "Bearer ");
                    case Auth.Header own -> carried(request, own.header(), "");
                };
        return Echo.without(carried, text);
    }

    private static String carried(Request request, String header, String before) {
        String value = Optional.ofNullable(request.header(header)).orElse("");
        return value.startsWith(before) ? value.substring(before.length()) : "";
    }

    private void put(
            Request.Builder request, Target target, String header, String before, String key)
            throws ConnectorException {
        if (!target.confidential()) {
            throw Faults.setting(site.name(), "url", Said.CLEAR_TEXT);
        }
        // Checked here: OkHttp would print the value of a header that it refuses.
        boolean fine =
                keyring.with(
                        key,
                        secret -> {
                            String value = new String(secret).strip();
                            boolean printable =
                                    !value.isEmpty()
                                            && value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
                            if (printable) {
                                request.header(header, before + value);
                            }
                            return printable;
                        });
        if (!fine) {
            throw Faults.setting(site.name(), key, Said.NO_TOKEN);
        }
    }
}
