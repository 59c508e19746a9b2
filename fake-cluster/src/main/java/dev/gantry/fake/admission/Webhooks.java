package dev.gantry.fake.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.Snapshot;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Target;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * ValidatingWebhookConfigurations. Other than the real server, this one takes URLs that begin with {@code http:}, and webhooks with side effects.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/">Dynamic admission control</a>
 */
public final class Webhooks {

    private static final String RESOURCE = "validatingwebhookconfigurations.admissionregistration.k8s.io";

    private final Store store;
    private final WebhookRules rules;

    /** Of a store. */
    public Webhooks(Store store) {
        this.store = store;
        this.rules = new WebhookRules(store);
    }

    /**
     * What is about to happen.
     *
     * @param operation {@code CREATE}, {@code UPDATE} or {@code DELETE}
     * @param before {@code null} if the object is new
     * @param after {@code null} if it is deleted
     * @param warnings what the client is told besides
     * @param target what is written
     * @param dryRun whether it is only tried
     * @param user who writes it
     */
    public record Operation(
            Target target,
            String operation,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after,
            boolean dryRun,
            String user,
            List<String> warnings) {

        private ObjectNode object() {
            if (after != null) {
                return after;
            }
            return before == null ? Json.object() : before;
        }
    }

    /** Asks all that want to be asked; refuses if one of them does. */
    public void ask(Operation operation) {
        if (operation.target().kind().group().equals("admissionregistration.k8s.io")) {
            return;
        }
        for (Snapshot.Item configuration : store.list(RESOURCE, "").items()) {
            for (JsonNode webhook : configuration.object().path("webhooks")) {
                if (rules.concerns(webhook, operation.target(), operation.operation(), operation.object())) {
                    ask(webhook, operation);
                }
            }
        }
    }

    private static void ask(JsonNode webhook, Operation operation) {
        String name = Json.text(webhook, "name");
        if (operation.dryRun() && List.of("Some", "Unknown").contains(Json.text(webhook, "sideEffects"))) {
            throw Refusals.badRequest("admission webhook \"" + name + "\" does not support dry run");
        }
        ObjectNode review = review(operation);
        JsonNode response;
        try {
            response = WebhookCall.send(webhook, review).path("response");
            String uid = Json.text(review, "request", "uid");
            if (!Json.text(response, "uid").equals(uid)) {
                throw new WebhookCall.Failure("received invalid webhook response: expected response.uid=\"" + uid
                        + "\", got \"" + Json.text(response, "uid") + "\"");
            }
        } catch (WebhookCall.Failure e) {
            if (Json.text(webhook, "failurePolicy").equals("Ignore")) {
                return;
            }
            String message = "failed calling webhook \"" + name + "\": " + e.getMessage();
            throw ApiError.of(500, "InternalError", "Internal error occurred: " + message)
                    .because(List.of(new ApiError.Cause("", message, "")));
        }
        response.path("warnings").forEach(warning -> operation.warnings().add(warning.asText()));
        if (!response.path("allowed").asBoolean()) {
            throw denied(name, response.path("status"));
        }
    }

    private static ApiError denied(String name, JsonNode status) {
        String message = Json.text(status, "message");
        String said = message.isEmpty() ? Json.text(status, "reason") : message;
        return ApiError.of(
                status.path("code").asInt(400),
                Json.text(status, "reason"),
                "admission webhook \"" + name + "\" denied the request"
                        + (said.isEmpty() ? " without explanation" : ": " + said));
    }

    private static ObjectNode review(Operation operation) {
        Target target = operation.target();
        ObjectNode review = Json.object();
        review.put("kind", "AdmissionReview").put("apiVersion", "admission.k8s.io/v1");
        ObjectNode request = review.putObject("request");
        request.put("uid", UUID.randomUUID().toString());
        ObjectNode kind = Json.object();
        kind.put("group", target.kind().group()).put("version", target.kind().version());
        kind.put("kind", target.kind().kind());
        ObjectNode resource = kind.deepCopy();
        resource.remove("kind");
        resource.put("resource", target.kind().plural());
        request.set("kind", kind);
        request.set("resource", resource);
        request.set("requestKind", kind);
        request.set("requestResource", resource);
        if (!target.subresource().isEmpty()) {
            request.put("subResource", target.subresource()).put("requestSubResource", target.subresource());
        }
        request.put("name", target.name());
        if (!target.namespace().isEmpty()) {
            request.put("namespace", target.namespace());
        }
        request.put("operation", operation.operation());
        request.putObject("userInfo").put("username", operation.user());
        request.set("object", orNull(operation.after()));
        request.set("oldObject", orNull(operation.before()));
        request.put("dryRun", operation.dryRun());
        return review;
    }

    private static JsonNode orNull(@Nullable ObjectNode object) {
        return object == null ? NullNode.getInstance() : object;
    }
}
