package dev.gantry.engine;

import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What stands against objects before the server is asked about them. It is not asked any more then. */
final class Objections {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<DesiredObject, Boolean> refused = new IdentityHashMap<>();

    /** This stands against an object. */
    void add(DesiredObject object, Finding finding) {
        findings.add(finding);
        refused.put(object, true);
    }

    /** The same stands against all of these. */
    void add(List<DesiredObject> objects, Finding finding) {
        findings.add(finding);
        objects.forEach(object -> refused.put(object, true));
    }

    /** Whether something stands against an object. */
    boolean has(DesiredObject object) {
        return refused.containsKey(object);
    }

    /** All that was found. */
    List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }
}
