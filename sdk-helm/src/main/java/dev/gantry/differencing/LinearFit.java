package dev.gantry.differencing;

import dev.gantry.differencing.Formula.Sum;
import dev.gantry.differencing.Formula.Term;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds whole numbers that are a sum of one or two others, each times a whole factor, and a constant. */
final class LinearFit {

    private final List<Observation> observations;

    private LinearFit(List<Observation> observations) {
        this.observations = observations;
    }

    /** The sum; {@code null} if there is none. */
    static @Nullable Sum of(List<Observation> observations, List<Ref> refs) {
        LinearFit fit = new LinearFit(observations);
        for (Ref ref : refs) {
            Sum sum = fit.one(ref);
            if (sum != null) {
                return sum;
            }
        }
        for (int i = 0; i < refs.size(); i++) {
            for (int j = i + 1; j < refs.size(); j++) {
                Sum sum = fit.two(refs.get(i), refs.get(j));
                if (sum != null) {
                    return sum;
                }
            }
        }
        return null;
    }

    private @Nullable Sum one(Ref ref) {
        for (int i = 1; i < observations.size(); i++) {
            long given = given(i, ref) - given(0, ref);
            long made = made(i) - made(0);
            if (given != 0) {
                if (made % given != 0 || made == 0) {
                    return null;
                }
                long factor = made / given;
                return checked(new Sum(List.of(new Term(ref, factor)), made(0) - factor * given(0, ref)));
            }
        }
        return null;
    }

    private @Nullable Sum two(Ref a, Ref b) {
        for (int i = 1; i < observations.size(); i++) {
            for (int j = i + 1; j < observations.size(); j++) {
                long a1 = given(i, a) - given(0, a);
                long b1 = given(i, b) - given(0, b);
                long a2 = given(j, a) - given(0, a);
                long b2 = given(j, b) - given(0, b);
                BigInteger determinant = product(a1, b2).subtract(product(a2, b1));
                if (determinant.signum() != 0) {
                    long m1 = made(i) - made(0);
                    long m2 = made(j) - made(0);
                    BigInteger fa = product(m1, b2).subtract(product(m2, b1));
                    BigInteger fb = product(a1, m2).subtract(product(a2, m1));
                    if (fa.mod(determinant.abs()).signum() != 0
                            || fb.mod(determinant.abs()).signum() != 0) {
                        return null;
                    }
                    long x = fa.divide(determinant).longValue();
                    long y = fb.divide(determinant).longValue();
                    if (x == 0 || y == 0) {
                        return null;
                    }
                    return checked(new Sum(
                            List.of(new Term(a, x), new Term(b, y)), made(0) - x * given(0, a) - y * given(0, b)));
                }
            }
        }
        return null;
    }

    private @Nullable Sum checked(Sum sum) {
        for (int i = 0; i < observations.size(); i++) {
            long total = sum.constant();
            for (Term term : sum.terms()) {
                total += term.factor() * given(i, term.ref());
            }
            if (total != made(i)) {
                return null;
            }
        }
        return sum;
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    private long given(int index, Ref ref) {
        return observations.get(index).scope().get(ref).longValue();
    }

    private long made(int index) {
        return Objects.requireNonNull(observations.get(index).value()).longValue();
    }
}
