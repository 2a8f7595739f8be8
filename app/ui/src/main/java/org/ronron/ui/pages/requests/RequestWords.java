package org.ronron.ui.pages.requests;

import java.time.Instant;
import java.util.Locale;
import org.ronron.api.RequestFact;
import org.ronron.core.model.NameCheck;
import org.ronron.core.model.Request;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;

/** What is said of a request, in the reader's language. */
final class RequestWords {
    /** Characters of a name that stand on one line. */
    static final int NAME = 60;

    private final Texts texts;

    RequestWords(Texts texts) {
        this.texts = texts;
    }

    String organisation(Request request) {
        String name = Clean.line(request.fact().organisation(), NAME);
        return name.isEmpty() ? texts.get("requests.noName") : name;
    }

    /** What sort of organisation it is; as its source says where we have no word for it. */
    String kind(Request request) {
        return word("requests.kind.", Clean.line(request.fact().kind(), 40));
    }

    /** What it works on; as its source says where we have no word for it. */
    String sector(Request request) {
        return word("requests.sector.", Clean.line(request.fact().sector(), 120));
    }

    private String word(String group, String said) {
        return texts.has(group + said) ? texts.get(group + said) : said;
    }

    String state(Request request) {
        String said = Clean.line(request.fact().said(), 40);
        return request.fact().state() == RequestFact.State.OTHER && !said.isEmpty()
                ? texts.get("requests.state.said", "said", said)
                : texts.get(
                        "requests.state." + request.fact().state().name().toLowerCase(Locale.ROOT));
    }

    static Mark mark(Request request) {
        return switch (request.fact().state()) {
            case PENDING -> Mark.TODO;
            case ASIDE -> Mark.STAGED;
            case CLAIMED -> Mark.BUSY;
            case ACCEPTED -> Mark.DONE;
            case REFUSED -> Mark.WRONG;
            case WITHDRAWN, OTHER -> Mark.UNKNOWN;
        };
    }

    /** Who did it and when: "par Sam, il y a 2 h". */
    String who(RequestFact.Word word, Instant now) {
        String by = Clean.line(word.by(), 40);
        String age = texts.figures().age(word.at(), now);
        return by.isEmpty() ? age : texts.get("requests.by", "who", by, "age", age);
    }

    /** How it stands with a name: free, close to another, taken, or no name. */
    Said name(NameCheck check) {
        return switch (check.state()) {
            case FREE ->
                    check.near().isEmpty()
                            ? new Said(Mark.DONE, texts.get("requests.name.free"))
                            : new Said(
                                    Mark.ATTENTION,
                                    texts.get(
                                            "requests.name.near", "near", check.near().getFirst()));
            case TAKEN -> new Said(Mark.WRONG, texts.get("requests.name.taken"));
            case SHAPE -> new Said(Mark.WRONG, texts.get("requests.name.shape"));
            case TOO_LONG -> new Said(Mark.WRONG, texts.get("requests.name.tooLong"));
        };
    }

    /** Words with their mark. */
    record Said(Mark mark, String text) {}
}
