package dev.gantry.operator;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a status that an operator writes, as far as the status class has them. */
final class StatusFields<R extends CustomResource<?, ?>> {

    private static final List<String> OURS = List.of("conditions", "phase", "observedGeneration", "readyReplicas");
    private static final String READY = "Ready";

    private final ObjectMapper mapper;
    private final JavaType type;
    private final JavaType statusType;
    private final boolean served;

    /**
     * Fields.
     *
     * @param served whether the cluster has a place for them
     */
    StatusFields(Class<R> type, ObjectMapper mapper, boolean served) {
        this.mapper = mapper;
        this.type = mapper.constructType(type);
        JavaType base = this.type.findSuperType(CustomResource.class);
        this.statusType = base.getBindings().getBoundType(1);
        this.served = served;
    }

    /** Whether there is anything to write to. */
    boolean exist() {
        return served && areDeclared();
    }

    /** Whether the class has a status. */
    boolean areDeclared() {
        return !statusType.hasRawClass(Void.class) && !statusType.isJavaLangObject();
    }

    /** The fields as they are. */
    ObjectNode of(R resource) {
        ObjectNode status = mapper.createObjectNode();
        if (resource.getStatus() != null && mapper.valueToTree(resource.getStatus()) instanceof ObjectNode all) {
            OURS.forEach(field -> {
                if (all.hasNonNull(field)) {
                    status.set(field, all.get(field));
                }
            });
        }
        return status;
    }

    /** The condition that says whether all is ready; empty if there is none yet. */
    static Optional<JsonNode> ready(ObjectNode status) {
        for (JsonNode each : status.path("conditions")) {
            if (each.path("type").asText().equals(READY)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Since when the condition is as it is; {@code now} if that is not known. */
    static Instant since(ObjectNode status, Instant now) {
        try {
            return ready(status)
                    .map(each -> each.path("lastTransitionTime").asText())
                    .map(Instant::parse)
                    .orElse(now);
        } catch (java.time.format.DateTimeParseException e) {
            return now;
        }
    }

    /**
     * The fields as they should be; those that the class has not are left out.
     *
     * @param before the fields as they are
     */
    ObjectNode next(ObjectNode before, Verdict verdict, @Nullable Long generation, Instant now) {
        ObjectNode next = mapper.createObjectNode();
        next.put(
                "phase",
                verdict.phase() == null
                        ? before.path("phase").asText(Verdict.Phase.PENDING.term())
                        : verdict.phase().term());
        if (generation != null) {
            next.put("observedGeneration", generation);
        }
        if (verdict.readyReplicas() != null) {
            next.put("readyReplicas", verdict.readyReplicas());
        } else if (before.has("readyReplicas")) {
            next.set("readyReplicas", before.get("readyReplicas"));
        }
        ArrayNode conditions = next.putArray("conditions");
        for (JsonNode each : before.path("conditions")) {
            if (!each.path("type").asText().equals(READY)) {
                conditions.add(each);
            }
        }
        ObjectNode ready = conditions.addObject().put("type", READY).put("status", verdict.ready());
        String since = ready(before)
                .filter(each -> each.path("status").asText().equals(verdict.ready()))
                .map(each -> each.path("lastTransitionTime").asText(""))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        ready.put("lastTransitionTime", since).put("reason", verdict.reason()).put("message", verdict.message());
        if (generation != null) {
            ready.put("observedGeneration", generation);
        }
        return known(next);
    }

    /** Through the class and back: what it has not is lost on the way. */
    private ObjectNode known(ObjectNode status) {
        ObjectNode all = mapper.valueToTree(mapper.convertValue(status, statusType));
        ObjectNode known = mapper.createObjectNode();
        OURS.stream().filter(all::hasNonNull).forEach(field -> known.set(field, all.get(field)));
        return known;
    }

    /** A custom resource of nothing but these fields, to be applied to the status. */
    R patch(R resource, ObjectNode status) {
        ObjectNode tree = mapper.createObjectNode();
        tree.put("apiVersion", resource.getApiVersion()).put("kind", resource.getKind());
        ObjectNode metadata =
                tree.putObject("metadata").put("name", resource.getMetadata().getName());
        if (resource.getMetadata().getNamespace() != null) {
            metadata.put("namespace", resource.getMetadata().getNamespace());
        }
        tree.set("status", status);
        return mapper.convertValue(tree, type);
    }
}
