package org.ronron.plugin.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Host;

/**
 * One conversation with the server. The library's own exceptions are never handed on, not even as a
 * cause: they name the recipient.
 */
record Post(Host host, Server server) {
    /** What is done on a connection that is made and logged in. */
    interface Talk {
        void on(Server.Line line) throws MessagingException;
    }

    /** Sends one mail to one recipient. */
    void send(MimeMessage mail, Address to, String recipient) throws ConnectorException {
        talk(line -> line.sendMessage(mail, new Address[] {to}), recipient);
    }

    /**
     * Connects, logs in, talks, and says goodbye.
     *
     * @param recipient is masked in whatever the server says; may be empty
     * @return how the server greeted
     */
    String talk(Talk talk, String recipient) throws ConnectorException {
        Server.Line line = server.line();
        try {
            connect(line);
            talk.on(line);
        } catch (MessagingException e) {
            Fault fault = server.sockets().refused().orElseGet(() -> fault(e, line, recipient));
            boolean unsure = line.begun() && !answered(e);
            throw new ConnectorException(fault.withEffect(unsure ? Effect.UNKNOWN : Effect.NONE));
        } finally {
            goodbye(line);
        }
        return line.greeting();
    }

    private void connect(Server.Line line) throws MessagingException, ConnectorException {
        String user = server.user();
        if (user.isEmpty()) {
            line.connect(server.name(), server.port(), null, null);
            return;
        }
        Optional<MessagingException> failed =
                host.secret(
                        "password",
                        password -> {
                            try {
                                line.connect(
                                        server.name(), server.port(), user, new String(password));
                                return Optional.empty();
                            } catch (MessagingException e) {
                                return Optional.of(e);
                            }
                        });
        if (failed.isPresent()) {
            throw failed.get();
        }
        if (!line.supportsExtension("AUTH")) {
            throw host.fault(MailError.NO_LOGIN, "address", server.address());
        }
    }

    /** What was taken is taken, whatever becomes of the goodbye. */
    private static void goodbye(Server.Line line) {
        try {
            line.close();
        } catch (MessagingException gone) {
            // the connection is over either way
        }
    }

    /** Whether the server itself said no. */
    private static boolean answered(MessagingException e) {
        return code(e) >= 400;
    }

    private static int code(MessagingException e) {
        int code =
                switch (e) {
                    case SMTPSendFailedException failed -> failed.getReturnCode();
                    case SMTPAddressFailedException failed -> failed.getReturnCode();
                    case SMTPSenderFailedException failed -> failed.getReturnCode();
                    default -> 0;
                };
        return code <= 0 && e.getNextException() instanceof MessagingException next
                ? code(next)
                : code;
    }

    private static boolean has(MessagingException e, Class<?> type) {
        return type.isInstance(e)
                || e.getNextException() instanceof MessagingException next && has(next, type);
    }

    private Fault fault(MessagingException e, Server.Line line, String recipient) {
        String name = host.endpointName();
        String said = Text.masked(String.valueOf(e.getMessage()), recipient);
        boolean greeted = line.greeting().startsWith("220");
        int code = greeted ? code(e) : line.refusal();
        if (e instanceof AuthenticationFailedException) {
            boolean later = line.getLastReturnCode() / 100 == 4;
            return later
                    ? Fault.of(MailError.TRY_LATER, name, "message", said)
                    : Fault.of(CommonError.LOGIN_REFUSED, name, "address", server.address());
        }
        if (code / 100 == 4) {
            return Fault.of(MailError.TRY_LATER, name, "message", said);
        }
        if (code == 552) {
            return Fault.of(MailError.TOO_LONG, name, "message", said);
        }
        if (code >= 500 && has(e, SMTPAddressFailedException.class)) {
            return Fault.of(MailError.RECIPIENT_REFUSED, name, "message", "SMTP " + code);
        }
        if (code >= 500 && has(e, SMTPSenderFailedException.class)) {
            return Fault.of(MailError.SENDER_REFUSED, name, "message", said);
        }
        if (code >= 500) {
            return Fault.of(MailError.REFUSED, name, "message", said);
        }
        if (said.contains("STARTTLS")) {
            return Fault.of(MailError.NO_TLS, name, "address", server.address());
        }
        if (!greeted && !line.greeting().isEmpty()) {
            String found = Text.masked(line.greeting(), recipient);
            return Fault.of(
                    CommonError.BAD_ANSWER, name, "address", server.address(), "found", found);
        }
        return Fault.of(
                CommonError.CUT, name, "address", server.address(), "cause", "connection lost");
    }
}
