package org.ronron.transport.vault;

/**
 * What one guess of the passphrase costs: the parameters of Argon2id (RFC 9106).
 *
 * @param memoryKib memory in KiB, at least 8 a lane
 * @param iterations passes over that memory
 * @param lanes degree of parallelism
 */
public record Argon2Cost(int memoryKib, int iterations, int lanes) {
    /** 64 MiB in three passes over four lanes, RFC 9106's choice for little memory. */
    public static final Argon2Cost PRODUCTION = new Argon2Cost(64 * 1024, 3, 4);

    private static final int MOST_MEMORY_KIB = 1024 * 1024;
    private static final int MOST_ITERATIONS = 32;
    private static final int MOST_LANES = 16;

    /**
     * @throws IllegalArgumentException beyond what a vault may ask for (1 GiB, 32 passes, 16
     *     lanes): a forged header must not be able to exhaust the machine
     */
    public Argon2Cost {
        boolean sane =
                lanes >= 1
                        && lanes <= MOST_LANES
                        && iterations >= 1
                        && iterations <= MOST_ITERATIONS
                        && memoryKib >= 8 * lanes
                        && memoryKib <= MOST_MEMORY_KIB;
        if (!sane) {
            throw new IllegalArgumentException(
                    "Argon2id with " + memoryKib + " KiB, " + iterations + " passes, " + lanes);
        }
    }
}
