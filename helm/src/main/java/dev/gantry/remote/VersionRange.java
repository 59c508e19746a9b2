package dev.gantry.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of versions, as Helm reads it: {@code 20.1.0}, {@code 20.*}, {@code ~20.1}, {@code ^20.1}, {@code >=20 <21},
 * {@code 1.2 - 1.4}, several with {@code ||} between them. Previews are in it only where the range names one.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/#the-version-field">versions</a>
 */
final class VersionRange {

    private static final Pattern CONDITION =
            Pattern.compile("\\s*(=|!=|<>|>=|=>|<=|=<|>|<|~>|~|\\^)?\\s*(v?[0-9xX*][^\\s,|<>=!]*)\\s*,?");
    private static final Pattern HYPHEN = Pattern.compile("\\s*(\\S+)\\s+-\\s+(\\S+)\\s*");

    private final List<List<Condition>> alternatives;

    private record Condition(String operator, PartialVersion version) {}

    private VersionRange(List<List<Condition>> alternatives) {
        this.alternatives = alternatives;
    }

    /** The range that a text means; {@code null} if it means none. */
    static @Nullable VersionRange parse(String text) {
        List<List<Condition>> alternatives = new ArrayList<>();
        for (String part : text.isBlank() ? new String[] {"*"} : text.split("\\|\\|", -1)) {
            List<Condition> all = conditions(part);
            if (all == null) {
                return null;
            }
            alternatives.add(all);
        }
        return new VersionRange(alternatives);
    }

    private static @Nullable List<Condition> conditions(String text) {
        Matcher hyphen = HYPHEN.matcher(text);
        String plain = hyphen.matches() ? ">=" + hyphen.group(1) + " <=" + hyphen.group(2) : text;
        List<Condition> all = new ArrayList<>();
        Matcher matcher = CONDITION.matcher(plain);
        int at = 0;
        while (at < plain.length() && matcher.find(at) && matcher.start() == at) {
            PartialVersion version = PartialVersion.parse(matcher.group(2));
            if (version == null) {
                return null;
            }
            all.add(new Condition(matcher.group(1) == null ? "=" : matcher.group(1), version));
            at = matcher.end();
        }
        return all.isEmpty() || !plain.substring(at).isBlank() ? null : all;
    }

    boolean contains(ChartVersion version) {
        return alternatives.stream().anyMatch(all -> all.stream().allMatch(condition -> contains(condition, version)));
    }

    /** The newest of these that is in the range; {@code null} if none is. What is no version is passed over. */
    @Nullable
    ChartVersion newest(Collection<String> versions) {
        return versions.stream()
                .map(ChartVersion::parse)
                .filter(version -> version != null && contains(version))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean contains(Condition condition, ChartVersion version) {
        PartialVersion range = condition.version();
        if (version.isPreview() && !range.isPreview()) {
            return false;
        }
        ChartVersion first = range.first();
        return switch (condition.operator()) {
            case "!=", "<>" -> !within(version, range);
            case ">" -> range.isWhole() ? version.compareTo(first) > 0 : version.compareTo(range.next()) >= 0;
            case ">=", "=>" -> version.compareTo(first) >= 0;
            case "<" -> version.compareTo(first) < 0;
            case "<=", "=<" -> range.isWhole() ? version.compareTo(first) <= 0 : version.compareTo(range.next()) < 0;
            case "~", "~>" -> version.compareTo(first) >= 0 && version.compareTo(range.nextMinor()) < 0;
            case "^" -> version.compareTo(first) >= 0 && version.compareTo(range.nextBreaking()) < 0;
            default -> within(version, range);
        };
    }

    private static boolean within(ChartVersion version, PartialVersion range) {
        return range.isWhole()
                ? version.compareTo(range.first()) == 0
                : version.compareTo(range.first()) >= 0 && version.compareTo(range.next()) < 0;
    }
}
