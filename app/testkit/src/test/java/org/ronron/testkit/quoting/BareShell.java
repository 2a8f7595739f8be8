package org.ronron.testkit.quoting;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Capability;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Host;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Shell;

/** Hands on the shell that it is lent. */
final class BareShell implements Connector {
    /** What a session of it offers. */
    record Lent(Shell shell) implements Capability {}

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "bare",
                List.of(
                        Setting.required("host", Setting.Kind.HOST),
                        Setting.required("port", Setting.Kind.PORT),
                        Setting.required("user", Setting.Kind.USER),
                        Setting.required("keyFile", Setting.Kind.FILE)),
                Set.of(Lent.class),
                Set.of(),
                "fth-server",
                List.of("1"));
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        return Session.of(List.of(new Lent(host.shell())));
    }
}
