package dev.gantry.raw;

import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Likeness;
import dev.gantry.finding.Finding;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Says what is there instead of an object that was looked for in vain. */
final class Unfound {

    private static final int SHOWN = 8;

    private Unfound() {}

    /** What is wrong with a selection that fits these places of the objects; not for one that fits exactly one. */
    static Finding of(Selection wanted, String source, List<ResourceId> objects, List<Integer> places) {
        return places.isEmpty()
                ? nothing(wanted, source, objects)
                : several(wanted, source, places.stream().map(objects::get).toList());
    }

    private static Finding nothing(Selection wanted, String source, List<ResourceId> objects) {
        Collection<String> names = new TreeSet<>();
        Collection<String> kinds = new TreeSet<>();
        Collection<String> others = new TreeSet<>();
        Collection<String> plain = new TreeSet<>();
        for (ResourceId object : objects) {
            String kind = object.kind() + (object.group().isEmpty() ? "" : "." + object.group());
            kinds.add(kind);
            plain.add(object.kind());
            if (wanted.isOfKind(object)) {
                names.add(wanted.namespace() == null ? object.name() : name(object));
            } else if (object.name().equals(wanted.name())) {
                others.add(kind);
            }
        }
        String name = wanted.namespace() == null ? wanted.name() : wanted.namespace() + "/" + wanted.name();
        String hint = kinds.isEmpty()
                ? "There are no objects in it."
                : names.isEmpty()
                        ? guess(wanted.kind(), plain) + "The kinds in it: " + shown(kinds) + "."
                        : guess(name, names) + "The names of this kind: " + shown(names) + ".";
        String also = others.isEmpty() ? "" : " The name is that of: " + shown(others) + ".";
        return Finding.of(RawRule.NOT_THERE, "There is no " + wanted + " in " + source + ".")
                .hint(hint + also)
                .at(wanted.origin());
    }

    private static Finding several(Selection wanted, String source, List<ResourceId> found) {
        Collection<String> shown = new TreeSet<>();
        for (ResourceId object : found) {
            shown.add(object.apiVersion() + " " + object.kind() + " " + name(object));
        }
        return Finding.of(
                        RawRule.SEVERAL,
                        "There are " + found.size() + " objects " + wanted + " in " + source + ": " + shown(shown)
                                + ".")
                .hint("Write the namespace before the name, as in \"shop/web\", or the group after the kind, as in"
                        + " \"Deployment.apps\".")
                .at(wanted.origin());
    }

    private static String name(ResourceId object) {
        return (object.namespace() == null ? "" : object.namespace() + "/") + object.name();
    }

    private static String guess(String written, Collection<String> known) {
        String closest = known.contains(written) ? null : Likeness.closest(written, known);
        return closest == null ? "" : "Did you mean " + closest + "? ";
    }

    private static String shown(Collection<String> names) {
        List<String> first = names.stream().limit(SHOWN).toList();
        return String.join(", ", first)
                + (names.size() > first.size() ? " and " + (names.size() - first.size()) + " more" : "");
    }
}
