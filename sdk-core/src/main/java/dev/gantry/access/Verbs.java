package dev.gantry.access;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several things that can be done with a resource, in the order in which they are written. */
@CheckReturnValue
public final class Verbs {

    /** Reading: {@code get}, {@code list} and {@code watch}. */
    public static final Verbs READ = of(Verb.GET, Verb.LIST, Verb.WATCH);

    /** Changing: {@code create}, {@code update}, {@code patch}, {@code delete} and {@code deletecollection}. */
    public static final Verbs WRITE = of(Verb.CREATE, Verb.UPDATE, Verb.PATCH, Verb.DELETE, Verb.DELETE_COLLECTION);

    /** Everything, also what is to come: {@code *}. */
    public static final Verbs ALL = of(Verb.ALL);

    private final List<@Nullable String> terms;

    private Verbs(List<@Nullable String> terms) {
        this.terms = Collections.unmodifiableList(terms);
    }

    /** These verbs. */
    public static Verbs of(Verb... verbs) {
        return new Verbs(terms(verbs));
    }

    /**
     * Verbs that only some API servers know.
     *
     * @param verbs in lower case
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static Verbs custom(String... verbs) {
        return new Verbs(verbs == null ? noTerm() : new ArrayList<>(Arrays.asList(verbs)));
    }

    /** These and more. */
    public Verbs and(Verb... verbs) {
        return joined(terms(verbs));
    }

    /** These and more. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public Verbs and(Verbs more) {
        return joined(more == null ? noTerm() : more.terms);
    }

    private Verbs joined(List<@Nullable String> more) {
        List<@Nullable String> all = new ArrayList<>(terms);
        for (String term : more) {
            if (!all.contains(term)) {
                all.add(term);
            }
        }
        return new Verbs(all);
    }

    /** The words of Kubernetes; {@code null} where null was given. */
    List<@Nullable String> terms() {
        return terms;
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private static List<@Nullable String> terms(Verb... verbs) {
        if (verbs == null) {
            return noTerm();
        }
        List<@Nullable String> terms = new ArrayList<>(verbs.length);
        for (Verb verb : verbs) {
            terms.add(verb == null ? null : verb.term());
        }
        return terms;
    }

    private static List<@Nullable String> noTerm() {
        List<@Nullable String> terms = new ArrayList<>(1);
        terms.add(null);
        return terms;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Verbs verbs && verbs.terms.equals(terms);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(terms);
    }

    /** Such as {@code get, list, watch}. */
    @Override
    public String toString() {
        return String.join(", ", terms);
    }
}
