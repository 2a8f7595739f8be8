package org.ronron.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to tell people something. What was received stands in {@link Observation#notices()}; {@link
 * #SEND} is an action with the arguments {@code title}, {@code text}, {@code priority} (0 to 10)
 * and {@code id} (ours, by which it is known again).
 */
public interface Notices extends Capability {
    String SEND = "notice.send";

    /** What a person wants to be told by this way; as the connection says, no I/O. */
    Wanted wanted();

    /**
     * @param what {@code off}, {@code urgent} or {@code all}
     * @param quietFrom minute of the day from which only what cannot wait is told, local time
     * @param quietTo minute of the day at which that ends; the same as the first when never
     */
    record Wanted(String what, int quietFrom, int quietTo) {
        /** The setting that says what; a choice. */
        public static final String TELL = "tell";

        /** The setting that says when not, {@code 22:00-07:00}; empty for never. */
        public static final String QUIET = "quiet";

        private static final Pattern TIMES =
                Pattern.compile(
                        "([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–]\\s*([01]?\\d|2[0-3]):([0-5]\\d)");

        /**
         * As a connection's settings say.
         *
         * @throws ConnectorException {@link CommonError#BAD_SETTING} for times that are none
         */
        public static Wanted of(Host host) throws ConnectorException {
            String what = host.setting(TELL).orElse("off");
            String typed = host.setting(QUIET).orElse("").strip();
            Matcher times = TIMES.matcher(typed);
            if (typed.isEmpty()) {
                return new Wanted(what, 0, 0);
            }
            if (!times.matches()) {
                String reason = "is not like 22:00-07:00";
                throw host.fault(CommonError.BAD_SETTING, "setting", QUIET, "reason", reason);
            }
            return new Wanted(what, minute(times, 1), minute(times, 3));
        }

        private static int minute(Matcher times, int group) {
            return Integer.parseInt(times.group(group)) * 60
                    + Integer.parseInt(times.group(group + 1));
        }

        /** Whether anything is told at all. */
        public boolean on() {
            return !what.equals("off");
        }

        /** Whether this minute of the day is in the quiet time, which may go over midnight. */
        public boolean quiet(int minute) {
            return quietFrom <= quietTo
                    ? quietFrom <= minute && minute < quietTo
                    : minute >= quietFrom || minute < quietTo;
        }
    }
}
