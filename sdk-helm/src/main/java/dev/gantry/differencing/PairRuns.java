package dev.gantry.differencing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Chooses states of many settings so that every two states of every two settings meet in some run, with far fewer runs than there
 * are pairs.
 */
final class PairRuns {

    private static final int CANDIDATES = 8;

    private final int[] states;
    private final int[] offsets;
    private final int total;
    private final BitSet covered;
    private final Random random;
    private long open;

    /**
     * Runs for settings.
     *
     * @param states how many states each setting has; at least 1
     */
    PairRuns(List<Integer> states, Random random) {
        this.states = states.stream().mapToInt(Integer::intValue).toArray();
        this.random = random;
        this.offsets = new int[this.states.length];
        int sum = 0;
        for (int i = 0; i < this.states.length; i++) {
            offsets[i] = sum;
            sum += this.states[i];
        }
        this.total = sum;
        this.covered = new BitSet(total * total);
        for (int i = 0; i < this.states.length; i++) {
            for (int j = i + 1; j < this.states.length; j++) {
                open += (long) this.states[i] * this.states[j];
            }
        }
    }

    /** The states for one run after the other, until all pairs have met or there are as many runs as may be. */
    List<int[]> runs(int most) {
        List<int[]> runs = new ArrayList<>();
        while (open > 0 && runs.size() < most) {
            int[] best = candidate();
            long gained = gain(best);
            for (int i = 1; i < CANDIDATES; i++) {
                int[] other = candidate();
                long gain = gain(other);
                if (gain > gained) {
                    best = other;
                    gained = gain;
                }
            }
            cover(best);
            runs.add(best);
        }
        return runs;
    }

    /** Each setting in turn takes the state that meets most others for the first time. */
    private int[] candidate() {
        int[] run = new int[states.length];
        Arrays.fill(run, -1);
        int start = states.length == 0 ? 0 : random.nextInt(states.length);
        for (int step = 0; step < states.length; step++) {
            int setting = (start + step) % states.length;
            int best = random.nextInt(states[setting]);
            int most = -1;
            for (int shift = 0; shift < states[setting]; shift++) {
                int state = (best + shift) % states[setting];
                int gain = gain(run, setting, state);
                if (gain > most) {
                    most = gain;
                    run[setting] = state;
                }
            }
        }
        return run;
    }

    private int gain(int[] run, int setting, int state) {
        int gain = 0;
        for (int other = 0; other < run.length; other++) {
            if (other != setting && run[other] >= 0 && !covered.get(pair(setting, state, other, run[other]))) {
                gain++;
            }
        }
        return gain;
    }

    private long gain(int[] run) {
        long gain = 0;
        for (int i = 0; i < run.length; i++) {
            gain += gain(run, i, run[i]);
        }
        return gain / 2;
    }

    private void cover(int[] run) {
        for (int i = 0; i < run.length; i++) {
            for (int j = i + 1; j < run.length; j++) {
                int pair = pair(i, run[i], j, run[j]);
                if (!covered.get(pair)) {
                    covered.set(pair);
                    open--;
                }
            }
        }
    }

    private int pair(int setting, int state, int other, int otherState) {
        int one = offsets[setting] + state;
        int two = offsets[other] + otherState;
        return Math.min(one, two) * total + Math.max(one, two);
    }
}
