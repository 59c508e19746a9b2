package dev.gantry.operator;

import dev.gantry.access.ApiResource;
import dev.gantry.access.RoleBuilder;
import dev.gantry.access.Verb;
import dev.gantry.access.Verbs;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** What an operator has to be allowed. */
final class OperatorPermissions {

    private static final Verbs OWN = Verbs.READ.and(Verb.CREATE, Verb.PATCH, Verb.DELETE);

    private OperatorPermissions() {}

    static void allow(Class<? extends HasMetadata> type, OperatorOptions<?> options, RoleBuilder<?> role) {
        ApiResource primary = ApiResource.custom(HasMetadata.getGroup(type), HasMetadata.getPlural(type));
        role.allow(options.onDelete() == null ? Verbs.READ : Verbs.READ.and(Verb.PATCH), primary);
        role.allow(Verb.PATCH, primary.sub("status"));
        role.allow(OWN, options.owned().stream().distinct().toArray(ApiResource[]::new));
        role.allow(Verbs.of(Verb.GET, Verb.CREATE, Verb.PATCH), ApiResource.EVENTS);
    }

    static void allowLease(OperatorOptions<?> options, RoleBuilder<?> role) {
        if (options.lease() != null) {
            role.allow(Verb.CREATE, ApiResource.LEASES);
            role.allow(Verbs.of(Verb.GET, Verb.UPDATE, Verb.PATCH), ApiResource.LEASES.named(options.lease()));
        }
    }
}
