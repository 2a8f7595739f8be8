package org.ronron.plugin.charon;

import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Progress;
import org.ronron.api.Requests.Maker;

/**
 * The verbs of this connector. The mark is the worker's name in a claim, and the {@code
 * Idempotency-Key} of all else; both can be read back from the item. Whoever decides or claims is
 * read again right before, so that who comes second is told by whom and when; what comes between
 * that look and our call, the source refuses by the version.
 */
record CharonActions(Charon charon, Host host, Maker maker) implements Actions {
    private Wish wish(Action action) {
        String maker = host.setting("worker").orElse("ronron");
        return new Wish(Verb.of(action.verb()), action.arguments(), maker);
    }

    @Override
    public ActionSpec describe(Action action) {
        Wish wish = wish(action);
        String mark = wish.verb().makes() ? wish.us() : wish.key();
        boolean looks = wish.verb() == Verb.FOLLOWED;
        return charon.calls().describe(wish.verb().stepClass, wish.call(), looks ? "" : mark);
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        Wish wish = checked(action);
        switch (wish.verb()) {
            case FOLLOWED -> {
                return Json.obj().with("found", probe(action).found());
            }
            case NOTE, RELEASE, GIVE_BACK -> {}
            case ACCEPT, END -> keepHold(wish);
            default -> stillFree(wish);
        }
        charon.change(wish.call());
        return Json.obj();
    }

    /** What may be sent, by whom: checked here again, wherever the action came from. */
    private Wish checked(Action action) throws ConnectorException {
        Wish wish = wish(action);
        Optional<String> wrong = wish.wrong();
        if (wrong.isPresent()) {
            throw charon.calls().fault(CharonError.BAD_VALUE, "field", wrong.get());
        }
        if (!wish.verb().allowedTo(maker)) {
            String other = maker == Maker.RONRON ? "Ronron" : "Hermès";
            throw charon.calls().fault(CharonError.OTHER_MAKER, "maker", other);
        }
        return wish;
    }

    private void stillFree(Wish wish) throws ConnectorException {
        Standing now = Standing.of(charon.get(wish.path()));
        if (now.held()) {
            throw charon.refusal(CharonError.CLAIMED, now);
        }
        boolean moved = !wish.verb().ofSpace() && !now.version().equals(wish.text("version"));
        if (!now.free() || moved) {
            throw charon.refusal(CharonError.DECIDED_FIRST, now);
        }
    }

    /** Our lease still runs; one that ran out, and that nobody took, is taken again. */
    private void keepHold(Wish wish) throws ConnectorException {
        Standing now = Standing.of(charon.get(wish.path()));
        if (now.heldBy(wish.us())) {
            return;
        }
        boolean lost = now.held() || now.free() && wish.verb().ofSpace();
        if (lost || !now.free()) {
            CharonError code = lost ? CharonError.LEASE_LOST : CharonError.DECIDED_FIRST;
            throw charon.refusal(code, now);
        }
        charon.change(wish.claim(now.version()));
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Wish wish = checked(action);
        Standing now = Standing.of(charon.get(wish.path()));
        String us = wish.us();
        Verdict verdict =
                switch (wish.verb()) {
                    case CLAIM, BEGIN -> found(now.heldBy(us) || now.doneBy(us), now.free());
                    case RELEASE, GIVE_BACK -> found(!now.heldBy(us), true);
                    case ACCEPT, END -> found(now.doneBy(us), now.free() || now.heldBy(us));
                    case NOTE -> found(now.noted(wish.key()), true);
                    case FOLLOWED -> followed(now);
                    case HAND, REFUSE, ASK, ASIDE -> {
                        boolean same = now.version().equals(wish.text("version"));
                        yield found(now.decided(wish.key()), now.free() && same);
                    }
                };
        return host.evidence(verdict, now.words());
    }

    private static Verdict found(boolean done, boolean canBeDone) {
        return done ? Verdict.DONE : canBeDone ? Verdict.NOT_DONE : Verdict.NOT_OURS;
    }

    /** A task that failed may be tried again by its daemon: its words are shown, and we wait on. */
    private static Verdict followed(Standing now) {
        return switch (now.task().word("state")) {
            case "done" -> Verdict.DONE;
            case "failed" -> Verdict.NOT_DONE;
            case "queued", "claimed" -> Verdict.PENDING;
            default -> Verdict.UNKNOWN;
        };
    }

    /** A claim is given back. A decision is taken back by people, with the organisation. */
    @Override
    public Optional<Action> inverse(Action action) {
        Verb verb = Verb.of(action.verb());
        String subject = verb.ofSpace() ? "space" : "request";
        Json.Obj what =
                Json.obj()
                        .with(subject, action.arguments().at(subject))
                        .with("mark", action.arguments().at("mark"));
        Verb back = verb.ofSpace() ? Verb.GIVE_BACK : Verb.RELEASE;
        return Optional.of(new Action(action.endpointId(), back.id, what))
                .filter(release -> verb == Verb.CLAIM || verb == Verb.BEGIN);
    }
}
