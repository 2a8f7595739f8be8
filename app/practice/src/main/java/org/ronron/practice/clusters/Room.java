package org.ronron.practice.clusters;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is free on each machine, in MB and MHz, and where something fits. */
final class Room {
    /** How often a machine is drawn before the emptiest one is taken. */
    private static final int TRIES = 60;

    /** Until then the emptier one of two is preferred, and the wanted zone. */
    private static final int CHOOSY = 40;

    /** Until then a machine that has a sibling is not taken. */
    private static final int APART = 45;

    private final Draws draws;
    private final List<FakeMachine> machines;
    private final Set<Integer> empty;
    private final int[] memory;
    private final int[] cpu;

    /**
     * @param empty machines that stay so
     */
    Room(Draws draws, List<FakeMachine> machines, Set<Integer> empty) {
        this.draws = draws;
        this.machines = machines;
        this.empty = empty;
        memory =
                machines.stream()
                        .mapToInt(m -> m.kind().memory - FakeMachine.KEPT_MEMORY)
                        .toArray();
        cpu = machines.stream().mapToInt(m -> m.kind().cpu() - FakeMachine.KEPT_CPU).toArray();
    }

    void take(int machine, FakeAllocation.Ask ask) {
        memory[machine] -= ask.memory();
        cpu[machine] -= ask.cpu();
    }

    /**
     * A machine with room; the emptiest one, where none was found.
     *
     * @param zone where it should be, or null
     */
    int find(int neededMemory, int neededCpu, Set<Integer> avoid, @Nullable String zone) {
        for (int tries = 0; tries < TRIES; tries++) {
            int drawn = draws.below(machines.size());
            if (tries < CHOOSY) {
                int other = draws.below(machines.size());
                drawn = memory[other] > memory[drawn] ? other : drawn;
            }
            boolean elsewhere =
                    zone != null && tries < CHOOSY && !machines.get(drawn).zone().equals(zone);
            boolean beside = tries < APART && avoid.contains(drawn);
            boolean fits = memory[drawn] >= neededMemory && cpu[drawn] >= neededCpu;
            if (fits && !empty.contains(drawn) && !elsewhere && !beside) {
                return drawn;
            }
        }
        int best = -1;
        for (int i = 0; i < machines.size(); i++) {
            boolean emptier = best < 0 || memory[i] > memory[best];
            if (!empty.contains(i) && cpu[i] >= neededCpu && emptier) {
                best = i;
            }
        }
        return best < 0 ? draws.below(machines.size()) : best;
    }
}
