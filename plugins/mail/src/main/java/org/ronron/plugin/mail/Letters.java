package org.ronron.plugin.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;

/**
 * The mails that there are, as texts of this connector, in the language of the setting. Of what
 * others wrote nothing gets into a header but as one line, encoded (RFC 2047).
 *
 * @param from our address
 * @param sender the name beside it, and below each mail
 * @param answers whom to answer to
 */
record Letters(String from, String sender, String answers, ResourceBundle texts) {
    /** Characters of a name or subject, and of a text: what is longer is cut. */
    private static final int NAME = 200;

    private static final int TEXT = 4000;
    private static final String ATOM = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}";
    private static final String DOMAIN = "[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*";

    /** The texts of each kind: subject and body. */
    private static final Map<String, List<String>> TEMPLATES =
            Map.of(
                    "notice", List.of("mail.notice.subject", "mail.notice.body"),
                    "space.ready", List.of("mail.space.ready.subject", "mail.space.ready.body"),
                    "request.refused",
                            List.of("mail.request.refused.subject", "mail.request.refused.body"),
                    "request.asked",
                            List.of("mail.request.asked.subject", "mail.request.asked.body"));

    /** One mail, ready to send or to show. */
    record Letter(String subject, String body, String messageId) {}

    static Letters of(Host host, ResourceBundle texts) throws ConnectorException {
        String from = ours(host, "from", true);
        String answers = ours(host, "answers", false);
        String sender = Text.line(host.setting("sender").orElse(""), NAME);
        String named = sender.isEmpty() ? from : sender;
        return new Letters(from, named, answers.isEmpty() ? from : answers, texts);
    }

    /** An address of ours in a setting. */
    static String ours(Host host, String key, boolean needed) throws ConnectorException {
        String typed = host.setting(key).orElse("").strip();
        if (address(typed).isEmpty() && (needed || !typed.isEmpty())) {
            throw Server.bad(host, key, typed.isEmpty() ? "is missing" : "is no e-mail address");
        }
        return typed;
    }

    /** One plain address (RFC 5321, without quotes and comments); its domain as ASCII. */
    static Optional<String> address(String typed) {
        String[] parts = typed.strip().split("@", -1);
        if (parts.length != 2 || parts[0].startsWith(".") || parts[0].endsWith(".")) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(parts[1]);
            boolean right = parts[0].matches(ATOM) && domain.matches(DOMAIN);
            return Optional.of(parts[0] + "@" + domain)
                    .filter(whole -> right && whole.length() <= 254);
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    boolean has(String template) {
        return TEMPLATES.containsKey(template);
    }

    /** What the action would send; live values as their names. Total. */
    Letter letter(Action action) {
        Json.Obj given = action.arguments();
        List<String> keys = TEMPLATES.getOrDefault(given.word("template"), List.of());
        String id = "<" + mark(given) + "@" + from.substring(from.indexOf('@') + 1) + ">";
        if (keys.isEmpty()) {
            return new Letter("", "", id);
        }
        String subject = filled(texts.getString(keys.getFirst()), given, false);
        return new Letter(
                Text.line(subject, NAME), filled(texts.getString(keys.getLast()), given, true), id);
    }

    static String mark(Json.Obj given) {
        return given.word("mark").replaceAll("[^A-Za-z0-9]", "");
    }

    private String filled(String text, Json.Obj given, boolean body) {
        String whole = text;
        for (String key : List.of("name", "address", "organisation")) {
            whole = whole.replace("{" + key + "}", Text.line(given.word(key), NAME));
        }
        whole = whole.replace("{sender}", sender).replace("{answers}", answers);
        whole = whole.replace("{person}", Text.line(live(given, "person"), NAME));
        String said = given.word("text");
        return whole.replace("{text}", body ? Text.paragraphs(said, TEXT) : Text.line(said, NAME));
    }

    /** A value that is read live, or what stands for it. */
    static String live(Json.Obj given, String key) {
        return LiveValue.of(given.at(key)).isPresent() ? "{" + key + "}" : given.word(key);
    }

    /**
     * The mail as it goes (RFC 5322): plain text, UTF-8.
     *
     * @param to as {@link #address} gave it
     * @param person may be empty
     */
    MimeMessage message(Letter letter, String to, String person, Instant now)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = new WithId(letter.messageId());
        mail.setFrom(new InternetAddress(from, sender, "UTF-8"));
        mail.setReplyTo(new InternetAddress[] {new InternetAddress(answers)});
        mail.setRecipient(
                MimeMessage.RecipientType.TO,
                new InternetAddress(to, Text.line(person, NAME), "UTF-8"));
        mail.setSubject(letter.subject(), "UTF-8");
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        byte[] body = letter.body().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        // a data source needs no handler for its type, which the library would have to look for
        mail.setDataHandler(
                new DataHandler(new ByteArrayDataSource(body, "text/plain; charset=UTF-8")));
        mail.setHeader("Content-Transfer-Encoding", "quoted-printable");
        mail.saveChanges();
        return mail;
    }

    /** The library would make an id of its own. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
