package dev.gantry.differencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairRunsTest {

    private static final List<Integer> STATES = List.of(2, 2, 3, 4, 2, 2, 3, 2, 2, 5);

    @Test
    void should_let_every_two_states_of_every_two_settings_meet() {
        List<int[]> runs = new PairRuns(STATES, new Random(1)).runs(1_000);

        Set<List<Integer>> met = new HashSet<>();
        for (int[] run : runs) {
            for (int i = 0; i < run.length; i++) {
                for (int j = i + 1; j < run.length; j++) {
                    met.add(List.of(i, run[i], j, run[j]));
                }
            }
        }
        int pairs = 0;
        for (int i = 0; i < STATES.size(); i++) {
            for (int j = i + 1; j < STATES.size(); j++) {
                pairs += STATES.get(i) * STATES.get(j);
            }
        }
        assertThat(met).hasSize(pairs);
    }

    @Test
    void should_take_far_fewer_runs_than_there_are_combinations() {
        assertThat(new PairRuns(STATES, new Random(1)).runs(1_000)).hasSizeLessThan(40);
    }

    @Test
    void should_make_no_more_runs_than_may_be() {
        assertThat(new PairRuns(STATES, new Random(1)).runs(3)).hasSize(3);
        assertThat(new PairRuns(List.of(2), new Random(1)).runs(3)).isEmpty();
        assertThat(new PairRuns(List.of(), new Random(1)).runs(3)).isEmpty();
    }
}
