package org.ronron.testkit.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Session;
import org.ronron.api.Shell;
import org.ronron.api.Sockets;

/** A connector as it is, with an ear on what it is lent and which scripts it brings. */
final class Watched implements Connector {
    /** What the host's own {@link Shell#sudo} sends for every named command. */
    private static final String SUDO = "exec sudo -n -- \"$@\"";

    private final Connector connector;
    private final List<Host> hosts = new ArrayList<>();
    private final List<Shell.Script> scripts = new ArrayList<>();
    private final List<Shell.Named> commands = new ArrayList<>();

    private volatile boolean sockets;

    Watched(Connector connector) {
        this.connector = connector;
    }

    /** What the last session was lent, by the real transport. */
    synchronized Host host() {
        return hosts.getLast();
    }

    /** The commands that it has run as root. */
    synchronized List<Shell.Named> commands() {
        return List.copyOf(commands);
    }

    /** Whether it was lent sockets for a client library. */
    boolean connectsByItself() {
        return sockets;
    }

    /** Whether what a machine was sent is a script that says of itself that it only reads. */
    synchronized boolean reads(String sent) {
        return scripts.stream().anyMatch(s -> s.reading() && sent.contains(s.text()));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        synchronized (this) {
            hosts.add(host);
        }
        return connector.open(seenThrough(Host.class, host));
    }

    /** By a proxy, so that what the host learns to lend is handed on without a word here. */
    private <T> T seenThrough(Class<T> type, T real) {
        Object proxy =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, given) -> {
                            sockets |= method.getReturnType().equals(Sockets.class);
                            return heard(invoke(real, method, given), given);
                        });
        return type.cast(proxy);
    }

    private Object heard(Object answer, Object[] given) {
        if (given != null && given.length > 0) {
            note(given[0]);
        }
        return answer instanceof Shell shell ? seenThrough(Shell.class, shell) : answer;
    }

    private synchronized void note(Object given) {
        if (given instanceof Shell.Script script) {
            scripts.add(script);
        } else if (given instanceof Shell.Named named) {
            scripts.add(new Shell.Script(named.name(), named.reading(), SUDO));
            commands.add(named);
        }
    }

    private static Object invoke(Object real, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(real, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    @Override
    public Descriptor descriptor() {
        return connector.descriptor();
    }

    @Override
    public List<Grant> grants() {
        return connector.grants();
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return connector.texts(locale);
    }
}
