package org.ronron.plugin.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.core.port.Trust;
import org.ronron.practice.mail.RealMail;
import org.ronron.practice.mail.RealMail.Encryption;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

/** Both ways of encryption, under our own trust. */
class RealMailTlsTest {
    @ParameterizedTest
    @CsvSource({"STARTTLS, starttls", "FROM_THE_START, tls"})
    void aCertificateIsAskedForAndThenTheMailGoes(Encryption encryption, String tls)
            throws Exception {
        try (RealMail mail = RealMail.start(Programs.ofThisMachine(), encryption);
                Desk desk = new Desk(mail.port()).with("tls", tls)) {
            Fault unknown = desk.notObserved();
            assertEquals(CommonError.TRUST_UNKNOWN, unknown.code(), unknown::toString);
            assertEquals(
                    CommonError.TRUST_UNKNOWN, desk.refused(Desk.arguments("space.ready")).code());
            accept(desk, unknown.details(), unknown.details().getOrDefault("fingerprint", ""));
            assertTrue(desk.observe().version().startsWith("Python SMTP"));
            desk.send(Desk.arguments("space.ready"));
            assertEquals(1, mail.count());
            assertEquals(
                    "<q1w2e3@collectif.example>", mail.mails().getFirst().header("Message-ID"));
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS, starttls", "FROM_THE_START, tls"})
    void anotherCertificateThanTheKnownOneStopsIt(Encryption encryption, String tls)
            throws Exception {
        try (RealMail mail = RealMail.start(Programs.ofThisMachine(), encryption);
                Desk desk = new Desk(mail.port()).with("tls", tls)) {
            accept(desk, desk.notObserved().details(), "SHA256:" + "A".repeat(43));
            Fault changed = desk.refused(Desk.arguments("space.ready"));
            assertEquals(CommonError.TRUST_CHANGED, changed.code(), changed::toString);
            assertEquals(0, mail.count());
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    private static void accept(Desk desk, Map<String, String> asked, String fingerprint)
            throws Exception {
        desk.lender
                .trust()
                .accept(
                        new Trust.TrustedKey(
                                asked.getOrDefault("address", ""),
                                asked.getOrDefault("algorithm", ""),
                                fingerprint,
                                1,
                                "Camille"));
    }
}
