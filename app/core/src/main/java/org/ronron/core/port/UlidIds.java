package org.ronron.core.port;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Ids as ULIDs (the ULID specification, github.com/ulid/spec): 48 bits of UTC milliseconds, then 80
 * random bits, as 26 characters of Crockford's base 32. Ids of one instance always rise: within a
 * millisecond, and while the clock stands behind an earlier id, the last id is counted up instead.
 * Safe from any thread.
 */
public final class UlidIds implements Ids {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 26;
    private static final int RANDOM_BITS = 80;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private BigInteger last = BigInteger.ZERO;

    /**
     * @param random any generator: ids are names, not secrets
     */
    public UlidIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized String next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            last = BigInteger.valueOf(now).shiftLeft(RANDOM_BITS).or(randomBits());
        } else {
            last = last.add(BigInteger.ONE);
            lastMillis = last.shiftRight(RANDOM_BITS).longValueExact();
        }
        return text(last);
    }

    private BigInteger randomBits() {
        byte[] bits = new byte[RANDOM_BITS / 8];
        random.nextBytes(bits);
        return new BigInteger(1, bits);
    }

    /** When an id was made, to the millisecond; empty for a text that is no id. */
    public static Optional<Instant> time(String id) {
        if (id.length() != LENGTH) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (char c : id.toCharArray()) {
            int digit = new String(DIGITS).indexOf(c);
            if (digit < 0) {
                return Optional.empty();
            }
            value = value.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        return Optional.of(Instant.ofEpochMilli(value.shiftRight(RANDOM_BITS).longValue()));
    }

    private static String text(BigInteger value) {
        char[] out = new char[LENGTH];
        BigInteger rest = value;
        for (int i = LENGTH - 1; i >= 0; i--) {
            out[i] = DIGITS[rest.intValue() & 31];
            rest = rest.shiftRight(5);
        }
        return new String(out);
    }
}
