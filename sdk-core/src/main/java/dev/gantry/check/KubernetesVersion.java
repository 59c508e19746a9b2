package dev.gantry.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of Kubernetes, such as {@code 1.34}.
 *
 * @param minor the second number; the first is 1
 */
public record KubernetesVersion(int minor) implements Comparable<KubernetesVersion> {

    /** The oldest one that checks know of. */
    public static final KubernetesVersion OLDEST = new KubernetesVersion(16);
    /** What manifests are made for unless the author says otherwise: that of the model which the kinds follow. */
    public static final KubernetesVersion DEFAULT = new KubernetesVersion(34);
    /** The newest one that checks know of. */
    public static final KubernetesVersion NEWEST = new KubernetesVersion(37);

    private static final String TEXT = "v?1\\.(0|[1-9][0-9]?)(?:\\.[0-9]+)?(?:[-+][0-9A-Za-z.+-]+)?";

    /**
     * The version that a text names, as people and clusters write it: {@code 1.34}, {@code v1.34.2},
     * {@code v1.34.2-eks-99803c1}. {@code null} for anything else, and for a version that checks know nothing of.
     */
    public static @Nullable KubernetesVersion parse(String text) {
        Matcher matcher = Pattern.compile(TEXT).matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        KubernetesVersion version = new KubernetesVersion(Integer.parseInt(matcher.group(1)));
        return version.compareTo(OLDEST) < 0 || version.compareTo(NEWEST) > 0 ? null : version;
    }

    // Written out, as a record's own are made at run time, which takes a small program milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KubernetesVersion version && minor == version.minor;
    }

    @Override
    public int hashCode() {
        return minor;
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return Integer.compare(minor, other.minor);
    }

    /** Such as {@code 1.34}. */
    @Override
    public String toString() {
        return "1." + minor;
    }
}
