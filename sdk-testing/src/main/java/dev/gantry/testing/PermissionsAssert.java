package dev.gantry.testing;

import dev.gantry.access.ApiResource;
import dev.gantry.access.Verb;
import dev.gantry.check.Manifest;
import dev.gantry.permission.Permission;
import dev.gantry.permission.Permissions;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over what a ServiceAccount is allowed, by the roles and bindings of the program. {@code satisfies(...)} and
 * conditions get the {@link Permissions}.
 */
public final class PermissionsAssert extends AbstractAssert<PermissionsAssert, Permissions> {

    PermissionsAssert(Permissions permissions) {
        super(permissions, PermissionsAssert.class);
    }

    /** Verifies that the account is allowed all of this in its own namespace. */
    public PermissionsAssert may(Verb verb, ApiResource... resources) {
        return mayIn(actual.namespace(), verb, resources);
    }

    /** Verifies that the account is allowed all of this in a namespace. */
    public PermissionsAssert mayIn(@Nullable String namespace, Verb verb, ApiResource... resources) {
        for (ApiResource resource : resources) {
            if (!actual.may(verb, resource, namespace)) {
                throw refused(verb, resource, in(namespace));
            }
        }
        return this;
    }

    /** Verifies that the account is allowed all of this in every namespace and outside of them. */
    public PermissionsAssert mayInCluster(Verb verb, ApiResource... resources) {
        for (ApiResource resource : resources) {
            if (!actual.mayInCluster(verb, resource)) {
                throw refused(verb, resource, " in the whole cluster");
            }
        }
        return this;
    }

    /**
     * Verifies that the account is allowed none of this in its own namespace. It fails too where that cannot be known,
     * since the account has a role that the program does not have.
     */
    public PermissionsAssert mayNot(Verb verb, ApiResource... resources) {
        return mayNotIn(actual.namespace(), verb, resources);
    }

    /**
     * Verifies that the account is allowed none of this in a namespace. It fails too where that cannot be known, since the
     * account has a role that the program does not have.
     */
    public PermissionsAssert mayNotIn(@Nullable String namespace, Verb verb, ApiResource... resources) {
        for (ApiResource resource : resources) {
            List<Permission> allowing = actual.allowing(verb, resource, namespace);
            if (!allowing.isEmpty()) {
                throw failure(
                        "%s",
                        "Expected that " + actual + " may not " + wish(verb, resource, in(namespace)) + ", but it may:"
                                + shown(allowing));
            }
            if (!actual.unknown().isEmpty()) {
                throw failure(
                        "%s",
                        "Expected that " + actual + " may not " + wish(verb, resource, in(namespace))
                                + ", but that is not known." + unknown());
            }
        }
        return this;
    }

    private AssertionError refused(Verb verb, ApiResource resource, String where) {
        String instead = actual.all().isEmpty() ? "it may do nothing." : "it may only:" + shown(actual.all());
        return failure(
                "%s",
                "Expected that " + actual + " may " + wish(verb, resource, where) + ", but " + instead + unknown());
    }

    private static String wish(Verb verb, ApiResource resource, String where) {
        return verb.term() + " " + resource + where;
    }

    private static String in(@Nullable String namespace) {
        return namespace == null ? "" : " in the namespace " + Shown.quoted(namespace);
    }

    private static String shown(List<Permission> permissions) {
        StringBuilder lines = new StringBuilder();
        for (Permission permission : permissions) {
            Manifest role = permission.role();
            lines.append("\n  ").append(permission).append(", by ");
            lines.append(role == null ? "ClusterRole cluster-admin" : Shown.subject(role));
            lines.append(" and ").append(Shown.subject(permission.binding()));
        }
        return lines.toString();
    }

    private String unknown() {
        StringBuilder lines = new StringBuilder();
        for (Manifest binding : actual.unknown()) {
            String role = binding.tree().path("roleRef").path("kind").asText() + " "
                    + binding.tree().path("roleRef").path("name").asText();
            lines.append("\n  ")
                    .append(Shown.subject(binding))
                    .append(" hands out ")
                    .append(role);
            lines.append(", which is not in the program.");
        }
        return lines.toString();
    }
}
