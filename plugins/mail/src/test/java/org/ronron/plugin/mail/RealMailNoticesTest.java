package org.ronron.plugin.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.CommonError;
import org.ronron.api.Evidence;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.StepClass;
import org.ronron.practice.mail.RealMail;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Unheard;

/** What we tell ourselves, by a real server. */
class RealMailNoticesTest {
    private static final Action NOTICE =
            new Action(
                    "e",
                    Notices.SEND,
                    Json.obj()
                            .with("id", "01KA7")
                            .with("title", "Disque plein\r\nBcc: all@example.org")
                            .with("text", "celeri n’a plus de place.\n.\nLibérez-en.")
                            .with("priority", 8));

    @Test
    void aNoticeGoesToOurOwnAddressOnly() throws Exception {
        try (RealMail mail = RealMail.start(Programs.ofThisMachine());
                Desk desk = new Desk(mail.port())) {
            desk.with("tell", "all").with("to", "veille@collectif.example");
            ActionSpec spec = desk.actions().describe(NOTICE);
            assertEquals(StepClass.ONE_SHOT, spec.stepClass());
            assertTrue(spec.exactCall().contains("Disque plein"));
            desk.actions().perform(NOTICE, new Unheard());
            RealMail.Mail only = mail.mails().getFirst();
            assertEquals("veille@collectif.example", only.header("X-RcptTo"));
            assertEquals("<01KA7@collectif.example>", only.header("Message-ID"));
            assertEquals("", only.header("Bcc"));
            assertTrue(only.header("Subject").contains("Disque plein"));
            assertEquals(spec.mark(), only.header("Message-ID"));
            assertEquals(Evidence.Verdict.UNKNOWN, desk.actions().probe(NOTICE).verdict());
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @Test
    void whoeverIsToBeToldHasAnAddress() throws Exception {
        try (Desk desk = new Desk(9).with("tell", "urgent")) {
            assertEquals(CommonError.BAD_SETTING, desk.notObserved().code());
            assertEquals("to", desk.notObserved().details().get("setting"));
            desk.with("to", "a@b@c");
            assertEquals(CommonError.BAD_SETTING, desk.notObserved().code());
            desk.with("to", "veille@collectif.example").with("quiet", "night");
            assertEquals("quiet", desk.notObserved().details().get("setting"));
        }
    }
}
