package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be said of the objects of a run before a server is asked. A program cannot make such, a bundle can be edited. */
final class Preflight {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Identity, DesiredObject> seen = new HashMap<>();

    /** An object in any of its versions. */
    private record Identity(String group, String kind, String namespace, String name) {

        static Identity of(ResourceId id) {
            return new Identity(id.group(), id.kind(), id.namespace() == null ? "" : id.namespace(), id.name());
        }
    }

    /** What is wrong with the objects of these releases. */
    static List<Finding> findings(List<Release> releases) {
        Preflight preflight = new Preflight();
        releases.forEach(release -> release.objects().forEach(preflight::look));
        return preflight.findings;
    }

    private void look(DesiredObject object) {
        ResourceId id = object.id();
        if (id.name().isEmpty() || object.tree().at("/metadata/name").asText().isEmpty()) {
            findings.add(Finding.of(
                            ApplyRule.NAMELESS,
                            id.kind() + " in " + object.entry().file() + " has no name.")
                    .on(id.kind(), "metadata.name")
                    .at(object.origin())
                    .hint("Give it a name; the server's generateName would make another object with every run."));
            return;
        }
        DesiredObject first = seen.putIfAbsent(Identity.of(id), object);
        if (first != null) {
            findings.add(Finding.of(ApplyRule.SAME_IDENTITY, id + " is there twice.")
                    .on(id.toString(), null)
                    .at(object.origin())
                    .related(first.origin(), "it is here too")
                    .hint("Remove one of them, or give it another name."));
        }
    }
}
