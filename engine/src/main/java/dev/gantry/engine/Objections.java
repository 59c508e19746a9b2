package dev.gantry.engine;

import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands against objects before the server is asked about them. It is not asked any more then. */
final class Objections {

    private final List<Finding> findings = new ArrayList<>();
    private final Set<DesiredObject> refused = new HashSet<>();

    /** This stands against an object. */
    void add(DesiredObject object, Finding finding) {
        findings.add(finding);
        refused.add(object);
    }

    /** The same stands against all of these. */
    void add(List<DesiredObject> objects, Finding finding) {
        findings.add(finding);
        refused.addAll(objects);
    }

    /** Whether something stands against an object. */
    boolean has(DesiredObject object) {
        return refused.contains(object);
    }

    /** All that was found. */
    List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }
}
