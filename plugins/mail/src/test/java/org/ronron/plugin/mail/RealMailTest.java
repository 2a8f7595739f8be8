package org.ronron.plugin.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.ActionSpec;
import org.ronron.api.Evidence;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.StepClass;
import org.ronron.practice.mail.RealMail;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

/** What a real server was given: connector, transport, aiosmtpd. */
class RealMailTest {
    private RealMail mail;
    private Desk desk;

    @BeforeEach
    void start() throws Exception {
        try {
            mail = RealMail.start(Programs.ofThisMachine());
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
        desk = new Desk(mail.port());
    }

    @AfterEach
    void stop() {
        if (mail != null) {
            desk.close();
            mail.close();
        }
    }

    private RealMail.Mail only() throws Exception {
        List<RealMail.Mail> all = mail.mails();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private String subject() throws Exception {
        return MimeUtility.decodeText(only().header("Subject"));
    }

    private String body() throws Exception {
        byte[] raw = only().body().getBytes(StandardCharsets.UTF_8);
        String encoding = only().header("Content-Transfer-Encoding");
        byte[] plain = MimeUtility.decode(new ByteArrayInputStream(raw), encoding).readAllBytes();
        return new String(plain, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, space.ready, Votre espace est prêt, Mot de passe oublié",
        "en, space.ready, Your space is ready, Forgot password",
        "fr, request.refused, À propos de votre demande, ne pouvons pas",
        "en, request.refused, About your request, cannot accept",
        "fr, request.asked, Une question sur votre demande, Avant de décider",
        "en, request.asked, A question about your request, Before we decide"
    })
    void eachMailSaysWhatItShould(String language, String template, String subject, String words)
            throws Exception {
        desk.with("language", language).with("answers", "aide@collectif.example");
        Json.Obj answer = desk.send(Desk.arguments(template));
        assertEquals(Optional.of("<q1w2e3@collectif.example>"), answer.text("messageId"));
        assertTrue(subject().startsWith(subject), this::shown);
        String body = body();
        List<String> all =
                List.of(words, "Zoé Martin", "Les Potagers", "zoe", "aide@collectif.example");
        all.forEach(part -> assertTrue(body.contains(part), () -> part + " in " + body));
        assertTrue(body.strip().endsWith("Les Hébergeurs"), body);
        assertFalse(body.contains("{"), body);
        assertEquals("<q1w2e3@collectif.example>", only().header("Message-ID"));
        assertEquals("text/plain; charset=UTF-8", only().header("Content-Type"));
        assertTrue(only().header("Date").contains("23 Nov 2026"), () -> "no date");
        assertEquals("aide@collectif.example", only().header("Reply-To"));
        assertTrue(only().header("To").contains(Desk.TO));
        assertEquals(Desk.TO, only().header("X-RcptTo"));
    }

    private String shown() {
        try {
            return mail.mails().toString();
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    @Test
    void noNameGetsAHeaderOfItsOwn() throws Exception {
        Json.Obj hostile =
                Desk.arguments("space.ready")
                        .with("person", "Zoé\r\nBcc: all@example.org\r\n\r\nHello")
                        .with("organisation", "X\nBcc: all@example.org")
                        .with("address", "a.example\r\nBcc: all@example.org")
                        .with("name", "a\u2028Bcc: all@example.org");
        desk.send(hostile);
        assertEquals("", only().header("Bcc"));
        assertEquals(Desk.TO, only().header("X-RcptTo"));
        assertFalse(subject().contains("\n"));
        desk.send(hostile.with("template", "request.asked"));
        assertTrue(mail.mails().stream().allMatch(m -> m.header("Bcc").isEmpty()));
    }

    @Test
    void anArabicNameArrivesAsItIs() throws Exception {
        String name = "جمعية حدائق الحي";
        desk.send(
                Desk.arguments("request.refused")
                        .with("organisation", name)
                        .with("person", name)
                        .with("name", name));
        assertTrue(body().contains(name));
        assertTrue(subject().contains(name));
        assertTrue(only().header("Subject").chars().allMatch(c -> c < 128));
        assertTrue(MimeUtility.decodeText(only().header("To")).contains(name));
    }

    @Test
    void tenThousandCharactersAndANulAreCut() throws Exception {
        String huge = "é".repeat(9_999) + "\u0000";
        desk.send(
                Desk.arguments("request.asked")
                        .with("text", huge + "\u0000")
                        .with("name", huge)
                        .with("person", "a\u0000b" + huge)
                        .with("organisation", "🐱".repeat(10_000)));
        assertTrue(body().length() < 6_000, () -> "long");
        assertTrue(body().contains("é".repeat(4_000) + "…"));
        assertFalse(body().contains("\u0000"));
        assertTrue(body().contains("🐱".repeat(200) + "…"));
        assertTrue(subject().length() < 300);
    }

    @Test
    void linesOfATextStayLinesAndALonelyDotEndsNothing() throws Exception {
        desk.send(Desk.arguments("request.asked").with("text", "one\r\n.\r\nQUIT\rtwo"));
        assertTrue(body().contains("one\n.\nQUIT\ntwo"), this::shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zoe",
                "zoe@",
                "@example.org",
                "a@b@c",
                "zoe@example.org, all@example.org",
                "zoe@example.org\r\nRCPT TO:<all@example.org>",
                "<zoe@example.org>",
                "zoe@exa mple.org",
                "-o/etc/passwd",
                "zoé@example.org",
                "zoe@example.org\u0000"
            })
    void whatIsNoAddressIsNotWrittenTo(String bad) throws Exception {
        assertEquals(
                MailError.NO_ADDRESS,
                desk.refused(Desk.arguments("space.ready").with("to", bad)).code());
        assertEquals(0, mail.count());
    }

    @Test
    void anAddressThatWasNotReadOrAnUnknownMailIsRefused() throws Exception {
        Json.Obj form = new LiveValue("email", "e1", "r1").json();
        Json.Obj unread = Desk.arguments("space.ready").with("to", form);
        assertEquals(MailError.NO_ADDRESS, desk.refused(unread).code());
        assertEquals(MailError.NO_TEMPLATE, desk.refused(Desk.arguments("space.burnt")).code());
        assertEquals(0, mail.count());
    }

    @Test
    void whatWillBeSentIsShownWithoutWhomItIsFor() throws Exception {
        Json.Obj live =
                Desk.arguments("space.ready")
                        .with("to", new LiveValue("email", "e1", "r1").json())
                        .with("person", new LiveValue("name", "e1", "r1").json());
        for (Json.Obj arguments : List.of(live, Desk.arguments("space.ready"))) {
            ActionSpec spec = desk.actions().describe(Desk.action(arguments));
            assertEquals(StepClass.ONE_SHOT, spec.stepClass());
            assertEquals("<q1w2e3@collectif.example>", spec.mark());
            assertTrue(spec.exactCall().contains("https://les-potagers.example"));
            assertFalse(spec.exactCall().contains(Desk.TO));
            assertFalse(spec.exactCall().contains("Zoé"));
        }
        assertEquals(Evidence.Verdict.UNKNOWN, desk.actions().probe(Desk.action(live)).verdict());
        assertEquals(Optional.empty(), desk.actions().inverse(Desk.action(live)));
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.actions().describe(new org.ronron.api.Action("e", "x", Json.obj())));
        assertEquals(0, mail.count());
    }

    @Test
    void theServerIsKnownByItsGreeting() throws Exception {
        assertTrue(desk.observe().version().startsWith("Python SMTP"), desk.observe().version());
        assertEquals(
                "ESMTP Exim 4.96",
                MailInventory.version("220 mx ESMTP Exim 4.96 Wed, 25 Nov 2026 18:00:00 +0000"));
        assertEquals("SMTP", MailInventory.version("220 mx"));
        assertEquals("", MailInventory.version("554 no"));
    }
}
