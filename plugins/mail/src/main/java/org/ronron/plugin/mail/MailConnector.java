package org.ronron.plugin.mail;

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
import org.ronron.api.Notices;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Setting.Kind;

/** A mail server that takes our mails: submission by SMTP (RFC 5321, RFC 6409). */
public final class MailConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "mail",
                    List.of(
                            Setting.required("host", Kind.HOST),
                            Setting.preset("port", Kind.PORT, "587"),
                            Setting.choice(
                                    "tls",
                                    Server.STARTTLS,
                                    List.of(Server.STARTTLS, Server.TLS, Server.NONE)),
                            Setting.optional("user", Kind.TEXT),
                            Setting.optional("password", Kind.SECRET),
                            Setting.required("from", Kind.TEXT),
                            Setting.optional("sender", Kind.TEXT),
                            Setting.optional("answers", Kind.TEXT),
                            Setting.choice("language", "fr", List.of("fr", "en")),
                            Setting.choice(
                                    Notices.Wanted.TELL, "off", List.of("off", "urgent", "all")),
                            Setting.optional("to", Kind.TEXT),
                            Setting.optional(Notices.Wanted.QUIET, Kind.TEXT)),
                    Set.of(Inventory.class, Notices.class, Actions.class),
                    Set.of(),
                    "fth-mail",
                    List.of("aiosmtpd 1.4.3"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("org.ronron.plugin.mail.texts", locale);
    }

    /** As Postfix' own manual (postconf(5), 3.7) writes it. */
    @Override
    public List<Grant> grants() {
        String account =
                """
                sudo useradd --no-create-home --shell /usr/sbin/nologin ronron
                sudo passwd ronron\
                """;
        String sender =
                """
                # /etc/postfix/main.cf
                smtpd_sender_login_maps = texthash:/etc/postfix/senders
                # /etc/postfix/senders
                espaces@example.org ronron\
                """;
        return List.of(
                new Grant(Grant.Purpose.READ, "account", account),
                new Grant(Grant.Purpose.WRITE, "sender", sender));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Server server = Server.of(host);
        Letters letters = Letters.of(host, texts(letterLanguage(host)));
        Notices.Wanted wanted = Notices.Wanted.of(host);
        Letters.ours(host, "to", wanted.on());
        return Session.of(
                List.of(
                        new MailInventory(host, server, letters),
                        (Notices) () -> wanted,
                        new MailActions(host, server, letters)));
    }

    private static Locale letterLanguage(Host host) {
        return host.setting("language").orElse("fr").equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }
}
