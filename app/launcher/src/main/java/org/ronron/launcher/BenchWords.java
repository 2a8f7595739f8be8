package org.ronron.launcher;

import org.ronron.cli.Console;
import org.ronron.practice.bench.Goal;
import org.ronron.resources.Texts;

/** What a bench prints. */
final class BenchWords {
    private final Console console;
    private final Texts texts;

    BenchWords(Console console) {
        this.console = console;
        this.texts = console.texts();
    }

    void say(String key, String... values) {
        console.line(texts.get(key, values));
    }

    void judged(Goal goal) {
        say(
                goal.met() ? "bench.met" : "bench.missed",
                "name",
                texts.get("bench.goal." + goal.name()),
                "measured",
                texts.get(goal.unit().text(), "n", number(goal.measured())),
                "bound",
                texts.get(
                        goal.unit() == Goal.Unit.RATE ? "bench.least" : "bench.most",
                        "n",
                        texts.get(goal.unit().text(), "n", number(goal.bound()))),
                "ratio",
                number(goal.ratio()));
    }

    String ms(double time) {
        return texts.get("bench.ms", "n", number(time));
    }

    String mb(double size) {
        return texts.get("bench.mb", "n", number(size));
    }

    String rate(double inASecond) {
        return texts.get("bench.rate", "n", number(inASecond));
    }

    String number(double value) {
        return texts.figures().decimal(value);
    }

    String count(long n) {
        return texts.figures().whole(n);
    }
}
