package org.ronron.plugin.gotify;

import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;

/**
 * One verb. Where we may read, a probe finds our id among the messages; else only a person can tell
 * whether it came.
 */
record GotifyActions(Gotify gotify) implements Actions {
    private static Sent sent(Action action) {
        if (!action.verb().equals(Notices.SEND)) {
            throw new IllegalArgumentException(action.verb());
        }
        return Sent.of(action);
    }

    @Override
    public ActionSpec describe(Action action) {
        Sent sent = sent(action);
        StepClass known = gotify.reads() ? StepClass.PROBEABLE : StepClass.ONE_SHOT;
        return gotify.app().describe(known, sent.call(), sent.id());
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        Sent sent = sent(action);
        if (!gotify.host().writable()) {
            throw gotify.app().fault(CommonError.READ_ONLY, "call", "POST /message");
        }
        Optional<String> wrong = sent.wrong();
        if (wrong.isPresent()) {
            throw gotify.app().fault(GotifyError.BAD_VALUE, "field", wrong.get());
        }
        if (gotify.reads() && find(sent).message().isPresent()) {
            throw gotify.app().fault(GotifyError.SENT_BEFORE, "id", sent.id());
        }
        Http.Answer answer = gotify.app().change(sent.call());
        if (answer.status() != 200) {
            throw gotify.refused(answer);
        }
        Json.Obj made = gotify.app().body(answer);
        return Json.obj().with("message", made.number("id").orElse(0L));
    }

    private Gotify.Found find(Sent sent) throws ConnectorException {
        return gotify.find(message -> Sent.id(message).equals(sent.id()));
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Sent sent = sent(action);
        if (!gotify.reads()) {
            return gotify.host().evidence(Verdict.UNKNOWN, sent.id());
        }
        Gotify.Found found = find(sent);
        if (found.message().isPresent()) {
            String id = found.message().get().number("id").map(String::valueOf).orElse("?");
            return gotify.host().evidence(Verdict.DONE, "message " + id + ", " + sent.id());
        }
        Verdict absent = found.lookedAtAll() ? Verdict.NOT_DONE : Verdict.UNKNOWN;
        return gotify.host().evidence(absent, "–");
    }

    /** What was read cannot be unread. */
    @Override
    public Optional<Action> inverse(Action action) {
        return Optional.empty();
    }
}
