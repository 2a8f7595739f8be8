package org.ronron.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;

/** The steps of an answer that is no space. */
final class Answers {
    private Answers() {}

    /**
     * @param notify whether the source itself tells the organisation
     */
    static Blueprint of(AnswerRequest answer, boolean notify) {
        List<Blueprint.Entry> entries = new ArrayList<>();
        Json.Obj asked = Json.obj().with("request", "${request}").with("by", "${by}");
        Json.Obj versioned = asked.with("version", "${version}");
        switch (answer.answer()) {
            case REFUSE ->
                    entries.add(
                            source(
                                    "request.refuse",
                                    versioned
                                            .with("reason", "${text}")
                                            .with("notify", Json.of(notify))));
            case ASK -> entries.add(source("request.ask", versioned.with("text", "${text}")));
            case ASIDE -> entries.add(source("request.aside", versioned.with("text", "${text}")));
            case NOTE ->
                    entries.add(
                            source(
                                    "request.note",
                                    asked.with("text", "${text}").with("mark", "${mark}")));
        }
        if (told(answer)) {
            String template =
                    answer.answer() == AnswerRequest.Answer.REFUSE
                            ? "request.refused"
                            : "request.asked";
            entries.add(mail(template, List.of(entries.getFirst().id())));
        }
        return new Blueprint(
                "answer",
                "",
                List.of(
                        new Blueprint.Role(Bindings.SOURCE, "charon", true),
                        new Blueprint.Role("mail", "mail", true)),
                List.of(),
                Map.of(Blueprint.MAKE, entries));
    }

    /** What is said among ourselves is not sent to anybody. */
    static boolean told(AnswerRequest answer) {
        return switch (answer.answer()) {
            case REFUSE, ASK -> answer.tell();
            case ASIDE, NOTE -> false;
        };
    }

    private static Blueprint.Entry source(String verb, Json.Obj arguments) {
        return new Blueprint.Entry(
                verb, Bindings.SOURCE, verb, arguments, List.of(), Optional.empty(), false);
    }

    private static Blueprint.Entry mail(String template, List<String> needs) {
        Json.Obj arguments =
                Json.obj()
                        .with("to", Json.obj().with("live", "email"))
                        .with("person", Json.obj().with("live", "name"))
                        .with("template", template)
                        .with("name", "")
                        .with("address", "")
                        .with("organisation", "${organisation}")
                        .with("text", "${text}")
                        .with("mark", "${mark}");
        return new Blueprint.Entry(
                "mail", "mail", "mail.send", arguments, needs, Optional.empty(), false);
    }
}
