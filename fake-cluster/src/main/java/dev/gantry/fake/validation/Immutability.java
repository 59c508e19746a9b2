package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.quantity.Amount;
import java.util.List;

/** What cannot be changed once an object is there. */
final class Immutability {

    private static final String IMMUTABLE = "field is immutable";
    private static final List<String> STATEFUL_SET = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    private final ObjectNode before;
    private final ObjectNode after;
    private final Problems problems;

    private Immutability(ObjectNode before, ObjectNode after, Problems problems) {
        this.before = before;
        this.after = after;
        this.problems = problems;
    }

    static void check(ApiKind kind, ObjectNode before, ObjectNode after, Problems problems) {
        Immutability change = new Immutability(before, after, problems);
        switch (kind.kind()) {
            case "Deployment", "DaemonSet", "ReplicaSet" -> change.fields("spec.selector");
            case "StatefulSet" -> change.statefulSet();
            case "Job" -> change.job();
            case "PersistentVolumeClaim" -> change.claim();
            case "Service" -> NetworkRules.serviceChange(before, after, problems);
            case "RoleBinding", "ClusterRoleBinding" -> change.roleReference();
            case "ConfigMap" -> change.frozen();
            case "Secret" -> {
                change.fields("type");
                change.frozen();
            }
            case "StorageClass" -> change.fields("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode");
            case "PriorityClass" -> {
                if (!before.path("value").equals(after.path("value"))) {
                    problems.forbidden("value", "may not be changed in an update.");
                }
                change.fields("preemptionPolicy");
            }
            case "CustomResourceDefinition" ->
                change.fields("spec.group", "spec.scope", "spec.names.plural", "spec.names.kind");
            default -> {}
        }
    }

    private void fields(String... paths) {
        for (String path : paths) {
            String[] steps = path.split("\\.", -1);
            if (!Json.at(before, steps).equals(Json.at(after, steps))) {
                problems.invalid(path, Json.at(after, steps), IMMUTABLE);
            }
        }
    }

    private void statefulSet() {
        ObjectNode old = before.path("spec").deepCopy();
        ObjectNode next = after.path("spec").deepCopy();
        old.remove(STATEFUL_SET);
        next.remove(STATEFUL_SET);
        if (!old.equals(next)) {
            problems.forbidden(
                    "spec",
                    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy',"
                            + " 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are"
                            + " forbidden");
        }
    }

    private void job() {
        fields("spec.completions", "spec.selector", "spec.template", "spec.completionMode");
    }

    private void claim() {
        ObjectNode old = before.path("spec").deepCopy();
        ObjectNode next = after.path("spec").deepCopy();
        boolean bound = Json.text(before, "status", "phase").equals("Bound");
        Amount was = Amount.of(Json.at(old, "resources", "requests", "storage"));
        Amount is = Amount.of(Json.at(next, "resources", "requests", "storage"));
        if (bound && is.compareTo(was) >= 0) {
            old.remove("resources");
            next.remove("resources");
        }
        // The first class may be set later, and a controller says which volume it is.
        for (String field : List.of("storageClassName", "volumeName", "volumeAttributesClassName")) {
            if (!old.has(field)) {
                next.remove(field);
            }
        }
        if (!old.equals(next)) {
            problems.forbidden(
                    "spec",
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n"
                            + "@@ -1 +1 @@\n-" + old + "\n+" + next + "\n");
        }
    }

    private void roleReference() {
        JsonNode reference = after.path("roleRef");
        if (!before.path("roleRef").equals(reference)) {
            ObjectNode shown = Json.object();
            shown.put("APIGroup", Json.text(reference, "apiGroup"));
            shown.put("Kind", Json.text(reference, "kind")).put("Name", Json.text(reference, "name"));
            problems.invalid("roleRef", shown, "cannot change roleRef");
        }
    }

    private void frozen() {
        if (!before.path("immutable").asBoolean()) {
            return;
        }
        String why = IMMUTABLE + " when `immutable` is set";
        if (!after.path("immutable").asBoolean()) {
            problems.forbidden("immutable", why);
        }
        for (String field : List.of("data", "binaryData")) {
            if (!before.path(field).equals(after.path(field))) {
                problems.forbidden(field, why);
            }
        }
    }
}
