package dev.gantry.security;

import static dev.gantry.security.PodParts.isWritten;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.security.PodParts.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@link PodSecurityStandard#RESTRICTED} asks for beside {@link PodSecurityStandard#BASELINE}.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted">Restricted</a>
 */
final class RestrictedStandard {

    private static final Set<String> VOLUMES = Set.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret");

    private final PodTemplate template;
    private final PodNotes notes;
    private final Place pod;
    private final List<Place> withoutNonRoot = new ArrayList<>(1);
    private final List<Place> withoutProfile = new ArrayList<>(1);
    private final boolean relaxed;
    private int containers;

    RestrictedStandard(PodTemplate template, PodNotes notes, int minor) {
        this.template = template;
        this.relaxed = template.hasUsersOfItsOwn(minor);
        this.notes = notes;
        this.pod = PodParts.pod(template.spec());
    }

    void examine() {
        JsonNode spec = template.spec();
        JsonNode volumes = spec.path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            examineVolume(i, volumes.path(i));
        }
        boolean linux = !template.isForWindows();
        if (!relaxed) {
            examineUser(pod);
        }
        PodParts.forEachContainer(spec, container -> {
            containers++;
            if (relaxed) {
                BaselineStandard.examineProcMount(container, notes);
            } else {
                examineUser(container);
            }
            if (linux) {
                examineContainer(container);
            }
        });
        examineDefaults(withoutNonRoot, "runAsNonRoot");
        if (linux) {
            examineDefaults(withoutProfile, "seccompProfile");
        }
    }

    private void examineVolume(int index, JsonNode volume) {
        String type = "";
        for (String field : (Iterable<String>) volume::fieldNames) {
            if (VOLUMES.contains(field)) {
                return;
            }
            type = field.equals("name") ? type : field;
        }
        // Without a type it is an emptyDir, and hostPath is forbidden by the standard before.
        if (!type.isEmpty() && !type.equals("hostPath")) {
            notes.written("volumes[" + index + "]." + type, "is set");
        }
    }

    private void examineUser(Place place) {
        JsonNode context = place.context();
        JsonNode nonRoot = context.path("runAsNonRoot");
        if (isWritten(nonRoot) && !nonRoot.asBoolean()) {
            notes.written(place.contextPath("runAsNonRoot"), "is false");
        } else if (!isWritten(nonRoot) && !place.isPod()) {
            withoutNonRoot.add(place);
        }
        JsonNode user = context.path("runAsUser");
        if (isWritten(user) && user.asText().equals("0")) {
            notes.written(place.contextPath("runAsUser"), "is 0");
        }
    }

    private void examineContainer(Place container) {
        JsonNode context = container.context();
        JsonNode escalation = context.path("allowPrivilegeEscalation");
        if (!isWritten(escalation)) {
            notes.missing(
                    container.presentPath(), container.contextPath("allowPrivilegeEscalation"), "is not set to false");
        } else if (escalation.asBoolean(true)) {
            notes.written(container.contextPath("allowPrivilegeEscalation"), "is true");
        }
        JsonNode capabilities = context.path("capabilities");
        if (isWritten(capabilities.path("drop")) && !PodParts.has(capabilities.path("drop"), "ALL")) {
            notes.written(container.contextPath("capabilities.drop"), "lacks ALL");
        } else if (!isWritten(capabilities.path("drop"))) {
            notes.missing(container.presentPath(), container.contextPath("capabilities.drop"), "lacks ALL");
        }
        for (JsonNode capability : capabilities.path("add")) {
            String name = capability.asText();
            if (!name.equals("NET_BIND_SERVICE") && BaselineStandard.CAPABILITIES.contains(name)) {
                notes.written(container.contextPath("capabilities.add"), "has " + name);
            }
        }
        if (!isWritten(context.path("seccompProfile").path("type"))) {
            withoutProfile.add(container);
        }
    }

    /** What each container has to state, unless the pod states it for all of them. */
    private void examineDefaults(List<Place> without, String field) {
        if (without.isEmpty() || isWritten(pod.context().path(field))) {
            return;
        }
        for (Place place : without.size() == containers ? List.of(pod) : without) {
            String wanted = field.equals("runAsNonRoot") ? "is not set to true" : "is not set";
            notes.missing(place.presentPath(), place.contextPath(field), wanted);
        }
    }
}
