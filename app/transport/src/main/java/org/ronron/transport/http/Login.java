package org.ronron.transport.http;

import okhttp3.Request;
import org.ronron.api.Auth;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;

/** Puts the secret into a request at the last moment. */
record Login(Site site, Auth auth, Keyring keyring) {

    void sign(Request.Builder request, Target target) throws ConnectorException {
        switch (auth) {
            case Auth.None none -> {}
            case Auth.Bearer(String key) -> put(request, target, "Authorization", "Bearer ", key);
            case Auth.Header(String header, String key) -> put(request, target, header, "", key);
        }
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
