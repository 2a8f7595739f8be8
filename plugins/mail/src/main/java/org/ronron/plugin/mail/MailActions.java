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
 * A mail to whoever asked, or a notice to ourselves. Whether it was sent, only a person can tell,
 * by the mark in its Message-ID, in the mail server's log; nothing takes it back.
 */
record MailActions(Host host, Server server, Letters letters) implements Actions {
    static final String SEND = "mail.send";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public ActionSpec describe(Action wished) {
        Action action = mail(wished);
        if (!action.verb().equals(SEND)) {
            throw new IllegalArgumentException(action.verb());
        }
        Letters.Letter letter = letters.letter(action);
        String call =
                """
                %s (%s)
                From: %s <%s>
                To: {to}
                Subject: %s
                Message-ID: %s

                %s\
                """
                        .formatted(
                                server.address(),
                                server.tls(),
                                letters.sender(),
                                letters.from(),
                                letter.subject(),
                                letter.messageId(),
                                // as in the header: who it is for is not known here
                                letters.letter(hidden(action)).body());
        return new ActionSpec(StepClass.ONE_SHOT, call, letter.messageId(), PATIENCE);
    }

    /** A notice is one of the mails, to our own address. */
    private Action mail(Action action) {
        Json.Obj given = action.arguments();
        Json.Obj notice =
                given.with("template", "notice")
                        .with("name", given.word("title"))
                        .with("mark", given.word("id"))
                        .with("to", host.setting("to").orElse(""));
        boolean tells = action.verb().equals(Notices.SEND);
        return tells ? new Action(action.endpointId(), SEND, notice) : action;
    }

    private static Action hidden(Action action) {
        Json.Obj without = action.arguments().with("person", "{person}");
        return new Action(action.endpointId(), action.verb(), without);
    }

    @Override
    public Json.Obj perform(Action wished, Progress progress) throws ConnectorException {
        if (!host.writable()) {
            throw host.fault(CommonError.READ_ONLY, "call", SEND);
        }
        Action action = mail(wished);
        Json.Obj given = action.arguments();
        String template = Text.line(given.word("template"), 80);
        if (!letters.has(template) || Letters.mark(given).isEmpty()) {
            throw host.fault(MailError.NO_TEMPLATE, "template", template);
        }
        String to =
                Letters.address(given.word("to"))
                        .orElseThrow(() -> host.fault(MailError.NO_ADDRESS));
        Letters.Letter letter = letters.letter(action);
        try {
            MimeMessage mail =
                    letters.message(letter, to, given.word("person"), host.clock().instant());
            new Post(host, server).send(mail, new InternetAddress(to), to);
        } catch (MessagingException | UnsupportedEncodingException e) {
            // no cause: it may name whom it was for
            throw host.fault(MailError.NO_ADDRESS);
        }
        return Json.obj().with("messageId", letter.messageId());
    }

    @Override
    public Evidence probe(Action action) {
        return host.evidence(Verdict.UNKNOWN, letters.letter(mail(action)).messageId());
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return Optional.empty();
    }
}
