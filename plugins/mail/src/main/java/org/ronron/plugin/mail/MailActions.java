package org.ronron.plugin.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;

/**
 * Two verbs: a mail to whoever asked, and a notice to ourselves. Whether it was sent, only a person
 * can tell, by the mark in its Message-ID, in the mail server's log; nothing takes it back.
 */
record MailActions(Host host, Server server, Letters letters) implements Actions {
    static final String SEND = "mail.send";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public ActionSpec describe(Action action) {
        boolean notice = action.verb().equals(Notices.SEND);
        if (!notice && !action.verb().equals(SEND)) {
            throw new IllegalArgumentException(action.verb());
        }
        Letters.Letter letter = letter(action);
        String call =
                """
                %s (%s)
                From: %s <%s>
                To: %s
                Subject: %s
                Message-ID: %s

                %s\
                """
                        .formatted(
                                server.address(),
                                server.tls(),
                                letters.sender(),
                                letters.from(),
                                notice ? ourselves() : "{to}",
                                letter.subject(),
                                letter.messageId(),
                                // as in the header: who it is for is not known here
                                letter(notice ? action : hidden(action)).body());
        return new ActionSpec(StepClass.ONE_SHOT, call, letter.messageId(), PATIENCE);
    }

    private Letters.Letter letter(Action action) {
        return action.verb().equals(Notices.SEND)
                ? letters.notice(action.arguments())
                : letters.letter(action);
    }

    private String ourselves() {
        return host.setting("to").orElse("").strip();
    }

    private static Action hidden(Action action) {
        Json.Obj without = action.arguments().with("person", "{person}");
        return new Action(action.endpointId(), action.verb(), without);
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        if (!host.writable()) {
            throw host.fault(CommonError.READ_ONLY, "call", SEND);
        }
        Json.Obj given = action.arguments();
        if (action.verb().equals(Notices.SEND)) {
            return send(letter(action), ourselves(), "");
        }
        String template = Text.line(given.word("template"), 80);
        if (!letters.has(template) || Letters.mark(given).isEmpty()) {
            throw host.fault(MailError.NO_TEMPLATE, "template", template);
        }
        return send(letters.letter(action), given.word("to"), given.word("person"));
    }

    private Json.Obj send(Letters.Letter letter, String whom, String person)
            throws ConnectorException {
        String to = Letters.address(whom).orElseThrow(() -> host.fault(MailError.NO_ADDRESS));
        try {
            MimeMessage mail = letters.message(letter, to, person, host.clock().instant());
            new Post(host, server).send(mail, new InternetAddress(to), to);
        } catch (MessagingException | UnsupportedEncodingException e) {
            // no cause: it may name whom it was for
            throw host.fault(MailError.NO_ADDRESS);
        }
        return Json.obj().with("messageId", letter.messageId());
    }

    @Override
    public Evidence probe(Action action) {
        return host.evidence(Verdict.UNKNOWN, letter(action).messageId());
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return Optional.empty();
    }
}
