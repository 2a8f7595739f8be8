package org.ronron.plugin.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Fault;

/** Each way in which a server refuses or fails; none tells whom the mail was for. */
class MailFaultsTest {
    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <zoe.martin@association.example>: no such user, RECIPIENT_REFUSED",
        "RCPT, 553 zoe.martin is not here, RECIPIENT_REFUSED",
        "RCPT, 450 4.2.1 <zoe.martin@association.example> busy, TRY_LATER",
        "RCPT, 452 4.2.2 full, TRY_LATER",
        "RCPT, 552 5.2.2 <zoe.martin@association.example> over quota, TOO_LONG",
        "MAIL, 550 5.7.1 not you, SENDER_REFUSED",
        "MAIL, 451 4.3.0 later, TRY_LATER",
        "MAIL, 552 5.3.4 too big, TOO_LONG",
        "DATA, 554 5.6.0 no, REFUSED",
        "DATA, 421 4.3.2 closing, TRY_LATER",
        "., 552 5.3.4 too big, TOO_LONG",
        "., 554 5.7.1 spam for zoe.martin@association.example, REFUSED",
        "., 451 4.7.1 greylisted, TRY_LATER",
    })
    void aRefusalHasItsErrorAndNothingIsSent(String command, String answer, MailError code)
            throws Exception {
        try (StandIn server = new StandIn(command, answer);
                Desk desk = new Desk(server.port())) {
            Fault fault = desk.refused(Desk.arguments("space.ready"));
            assertEquals(code, fault.code(), fault::toString);
            assertEquals(Effect.NONE, fault.effect());
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void aConnectionLostBeforeTheMailHasSentNothing(String command) throws Exception {
        try (StandIn server = new StandIn(command, "cut");
                Desk desk = new Desk(server.port())) {
            Fault fault = desk.refused(Desk.arguments("space.ready"));
            assertEquals(CommonError.CUT, fault.code(), fault::toString);
            assertEquals(Effect.NONE, fault.effect());
        }
    }

    /** Where what is shown is cut, an address may stand. */
    @Test
    void halfAnAddressIsNotShownEither() throws Exception {
        for (int before = 280; before < 300; before++) {
            String said = "554 " + "x".repeat(before) + " <" + Desk.TO + ">";
            try (StandIn server = new StandIn(".", said);
                    Desk desk = new Desk(server.port())) {
                Fault fault = desk.refused(Desk.arguments("space.ready"));
                assertFalse(fault.details().getOrDefault("message", "").contains("zoe"));
            }
        }
    }

    @Test
    void aConnectionLostAfterTheMailIsUnknown() throws Exception {
        try (StandIn server = new StandIn(".", "cut");
                Desk desk = new Desk(server.port())) {
            Fault fault = desk.refused(Desk.arguments("space.ready"));
            assertEquals(CommonError.CUT, fault.code(), fault::toString);
            assertEquals(Effect.UNKNOWN, fault.effect());
        }
    }

    @Test
    void aGoodbyeThatFailsTakesNothingBack() throws Exception {
        try (StandIn server = new StandIn("QUIT", "cut");
                Desk desk = new Desk(server.port())) {
            desk.send(Desk.arguments("space.ready"));
            assertTrue(server.heard().contains("."));
        }
    }

    @Test
    void aLoginIsUsedAndARefusedOneIsSaid() throws Exception {
        try (StandIn server = new StandIn("AUTH", "535 5.7.8 no");
                Desk desk = new Desk(server.port()).with("user", "ronron")) {
            assertEquals(CommonError.LOGIN_REFUSED, desk.notObserved().code());
            assertEquals(
                    CommonError.LOGIN_REFUSED, desk.refused(Desk.arguments("space.ready")).code());
            assertFalse(server.heard().contains("MAIL"));
        }
        try (StandIn server = new StandIn("AUTH", "454 4.7.0 later");
                Desk desk = new Desk(server.port()).with("user", "ronron")) {
            assertEquals(MailError.TRY_LATER, desk.notObserved().code());
        }
        try (StandIn server = new StandIn("", "");
                Desk desk = new Desk(server.port()).with("user", "ronron")) {
            assertEquals("ESMTP Stand-in", desk.observe().version());
            assertTrue(server.heard().contains("AUTH"));
        }
        try (StandIn server = new StandIn("EHLO", "250 mx.example");
                Desk desk = new Desk(server.port()).with("user", "ronron")) {
            assertEquals(MailError.NO_LOGIN, desk.notObserved().code());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 400 Bad Request, BAD_ANSWER",
        "554 no service here, REFUSED",
        "421 too busy, TRY_LATER",
        "<html>It works!</html>, BAD_ANSWER",
        "cut, CUT"
    })
    void whoDoesNotGreetAsAMailServerIsRefused(String greeting, String code) throws Exception {
        try (StandIn server = new StandIn("GREETING", greeting);
                Desk desk = new Desk(server.port())) {
            Fault fault = desk.notObserved();
            assertEquals(code, fault.code().toString(), fault::toString);
        }
    }

    @Test
    void withoutTheTlsThatWasAskedForNothingIsSaid() throws Exception {
        try (StandIn server = new StandIn("", "");
                Desk desk =
                        new Desk(server.port()).with("tls", "starttls").with("user", "ronron")) {
            assertEquals(MailError.NO_TLS, desk.notObserved().code());
            assertEquals(MailError.NO_TLS, desk.refused(Desk.arguments("space.ready")).code());
            assertFalse(server.heard().contains("AUTH"));
            assertFalse(server.heard().contains("MAIL"));
        }
        try (Desk desk = new Desk(25).with("host", "mx.example.org")) {
            Fault fault = desk.notObserved();
            assertEquals(CommonError.BAD_SETTING, fault.code());
            assertEquals("tls", fault.details().get("setting"));
        }
    }
}
