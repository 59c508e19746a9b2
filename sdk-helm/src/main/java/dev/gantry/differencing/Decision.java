package dev.gantry.differencing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A tree of questions that divides runs until each part has a simple answer. The tree with the fewest levels is found.
 *
 * @param <A> the answers
 */
sealed interface Decision<A> {

    /**
     * An answer.
     *
     * @param <A> the answers
     */
    record Leaf<A>(A answer, List<Observation> observations) implements Decision<A> {}

    /**
     * A question.
     *
     * @param <A> the answers
     */
    record Fork<A>(Predicate predicate, Decision<A> yes, Decision<A> no) implements Decision<A> {}

    /** How many questions may follow each other: what depends on more of them is nothing that people would write. */
    int DEEPEST = 4;

    /**
     * Finds a tree.
     *
     * @param budget how often an answer may be asked for
     * @param answer the answer for runs that need no question; {@code null} for those that do
     * @return {@code null} if no questions divide the runs so that there are answers
     */
    static <A> @Nullable Decision<A> find(
            List<Observation> observations,
            Questions questions,
            int budget,
            Function<List<Observation>, @Nullable A> answer) {
        Search<A> search = new Search<>(questions, budget, answer);
        for (int depth = 0; depth <= DEEPEST; depth++) {
            Decision<A> found = search.within(depth, observations);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * One search.
     *
     * @param <A> the answers
     */
    final class Search<A> {

        private final Questions questions;
        private final Function<List<Observation>, @Nullable A> answer;
        private int budget;

        private Search(Questions questions, int budget, Function<List<Observation>, @Nullable A> answer) {
            this.questions = questions;
            this.budget = budget;
            this.answer = answer;
        }

        private @Nullable Decision<A> within(int depth, List<Observation> observations) {
            A simple = --budget < 0 ? null : answer.apply(observations);
            if (simple != null) {
                return new Leaf<>(simple, observations);
            }
            if (depth == 0 || budget < 0) {
                return null;
            }
            for (Predicate predicate : questions.about(observations)) {
                List<Observation> yes = new ArrayList<>();
                List<Observation> no = new ArrayList<>();
                for (Observation observation : observations) {
                    (predicate.test(observation.scope()) ? yes : no).add(observation);
                }
                Decision<A> whenYes = within(depth - 1, yes);
                Decision<A> whenNo = whenYes == null ? null : within(depth - 1, no);
                if (whenYes != null && whenNo != null) {
                    return new Fork<>(predicate, whenYes, whenNo);
                }
            }
            return null;
        }
    }
}
