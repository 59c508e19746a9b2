package dev.gantry.fake.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.admission.GrowingClaims;
import dev.gantry.fake.admission.NamespaceLifecycle;
import dev.gantry.fake.admission.Quotas;
import dev.gantry.fake.admission.TerminatingDefinitions;
import dev.gantry.fake.admission.Webhooks;
import dev.gantry.fake.decode.Normal;
import dev.gantry.fake.defaults.Defaults;
import dev.gantry.fake.defaults.FirstState;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.validation.Validation;
import dev.gantry.fake.write.Deletion;
import dev.gantry.fake.write.Rules;
import dev.gantry.fake.write.Target;
import dev.gantry.fake.write.WriteOptions;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What holds for objects, and who has a say in writes. */
public final class ClusterRules implements Rules {

    private final NamespaceLifecycle namespaces;
    private final TerminatingDefinitions definitions;
    private final GrowingClaims claims;
    private final Webhooks webhooks;
    private final Quotas quotas;
    private final FirstState firstState = new FirstState();

    /** With these who have a say. */
    public ClusterRules(
            NamespaceLifecycle namespaces,
            TerminatingDefinitions definitions,
            GrowingClaims claims,
            Webhooks webhooks,
            Quotas quotas) {
        this.namespaces = namespaces;
        this.definitions = definitions;
        this.claims = claims;
        this.webhooks = webhooks;
        this.quotas = quotas;
    }

    @Override
    public ObjectNode converted(ApiKind kind, ObjectNode object) {
        return Versions.converted(kind, object);
    }

    @Override
    public void setDefaults(ApiKind kind, ObjectNode object) {
        Normal.bring(kind, object);
        Defaults.set(kind, object);
    }

    @Override
    public void admitCreation(Target target, ObjectNode object, WriteOptions options) {
        namespaces.admitCreation(target);
        definitions.admitCreation(target);
    }

    @Override
    public void prepareCreation(Target target, ObjectNode object) {
        firstState.set(target.kind(), object);
    }

    @Override
    public void prepareChange(Target target, ObjectNode before, ObjectNode after) {
        if (target.kind().resource().equals("services")) {
            JsonNode old = before.path("spec");
            ObjectNode spec = Json.objectAt(after, "spec");
            boolean keeps = Json.text(spec, "clusterIP").isEmpty()
                    && !Json.text(spec, "type").equals("ExternalName");
            if (keeps && old.has("clusterIP")) {
                spec.set("clusterIP", old.get("clusterIP"));
                spec.set("clusterIPs", old.path("clusterIPs"));
            }
            firstState.allocate(after);
        }
    }

    @Override
    public void validateCreation(Target target, ObjectNode object) {
        Validation.checkCreation(target.kind(), object);
    }

    @Override
    public void validateChange(Target target, ObjectNode before, ObjectNode after) {
        if (!target.isStatus()) {
            Validation.checkChange(target.kind(), before, after);
        }
    }

    @Override
    public void admitDeletion(Target target, ObjectNode object, Deletion deletion) {
        namespaces.admitDeletion(target.kind(), target.name());
        if (!deletion.user().equals(WriteOptions.INTERNAL_USER)) {
            webhooks.ask(new Webhooks.Operation(
                    target, "DELETE", object, null, deletion.dryRun(), deletion.user(), deletion.warnings()));
        }
    }

    @Override
    public Optional<ObjectNode> commit(
            Target target,
            @Nullable ObjectNode before,
            ObjectNode after,
            WriteOptions options,
            Supplier<Optional<ObjectNode>> commit) {
        if (before != null) {
            claims.admitChange(target, before, after);
        }
        if (!options.user().equals(WriteOptions.INTERNAL_USER)) {
            String operation = before == null ? "CREATE" : "UPDATE";
            webhooks.ask(new Webhooks.Operation(
                    target, operation, before, after, options.dryRun(), options.user(), options.warnings()));
        }
        return quotas.charge(target, before, after, commit);
    }
}
