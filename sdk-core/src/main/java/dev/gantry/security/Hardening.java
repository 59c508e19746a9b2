package dev.gantry.security;

import static dev.gantry.security.PodParts.CONTEXT;
import static dev.gantry.security.PodParts.has;
import static dev.gantry.security.PodParts.isWritten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.field.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets what a Pod Security Standard asks for where the author has written nothing. What is written stays, and nothing is
 * set that a cluster would not take beside it: what contradicts the standard is left to be found.
 */
public final class Hardening {

    private static final String NON_ROOT = "runAsNonRoot";
    private static final List<String> CONTAINER_LISTS = List.of("initContainers", "containers");

    private final PodTemplate template;
    private final ObjectNode spec;
    private final List<Container> containers = new ArrayList<>(2);
    private final List<String> fields = new ArrayList<>(4);

    /** A container that is going to run, and where it stands in the pod. */
    private record Container(String path, ObjectNode node) {

        JsonNode context(String field) {
            return node.path(CONTEXT).path(field);
        }
    }

    private Hardening(PodTemplate template, ObjectNode spec) {
        this.template = template;
        this.spec = spec;
        for (String list : CONTAINER_LISTS) {
            JsonNode nodes = spec.path(list);
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i) instanceof ObjectNode node) {
                    containers.add(new Container(FieldPath.item(list, i), node));
                }
            }
        }
    }

    /**
     * Brings pods to a standard. {@link PodSecurityStandard#BASELINE} forbids, and asks for nothing that is absent by
     * default, so there is nothing to set for it.
     *
     * @return the paths of the fields that were set
     */
    public static List<String> apply(PodSecurityStandard standard, PodTemplate template) {
        if (standard != PodSecurityStandard.RESTRICTED || !(template.spec() instanceof ObjectNode spec)) {
            return List.of();
        }
        Hardening hardening = new Hardening(template, spec);
        hardening.restrict();
        return hardening.fields;
    }

    private void restrict() {
        setRunAsNonRoot();
        if (template.isForWindows()) {
            return; // a cluster rejects the fields of Linux there
        }
        setSeccompProfile();
        for (Container container : containers) {
            // A cluster rejects the one beside the other, and dropping capabilities has no effect then.
            if (!container.context("privileged").asBoolean()) {
                setPrivilegeEscalation(container);
                dropCapabilities(container);
            }
        }
    }

    /** For the whole pod; but if a container says that it runs as root, which could not start then, for the others. */
    private void setRunAsNonRoot() {
        if (isWritten(spec.path(CONTEXT).path(NON_ROOT))) {
            return;
        }
        boolean asked = false;
        boolean root = false;
        for (Container container : containers) {
            asked |= !isWritten(container.context(NON_ROOT));
            root |= isRoot(container);
        }
        if (asked && !root) {
            set(spec, "", NON_ROOT);
        } else if (asked) {
            for (Container container : containers) {
                if (!isRoot(container) && !isWritten(container.context(NON_ROOT))) {
                    set(container.node(), container.path(), NON_ROOT);
                }
            }
        }
    }

    private boolean isRoot(Container container) {
        JsonNode own = container.context("runAsUser");
        JsonNode user = isWritten(own) ? own : spec.path(CONTEXT).path("runAsUser");
        return user.isNumber() && user.asLong() == 0;
    }

    private void set(ObjectNode owner, String path, String field) {
        ObjectNode context = object(owner, CONTEXT);
        if (context != null) {
            context.put(field, !field.equals("allowPrivilegeEscalation"));
            fields.add(path(path, CONTEXT + "." + field));
        }
    }

    private void setSeccompProfile() {
        boolean asked = false;
        for (Container container : containers) {
            asked |= !isWritten(container.context("seccompProfile"));
        }
        if (!asked || isWritten(spec.path(CONTEXT).path("seccompProfile"))) {
            return;
        }
        ObjectNode context = object(spec, CONTEXT);
        if (context != null) {
            context.putObject("seccompProfile").put("type", "RuntimeDefault");
            fields.add(path("", CONTEXT + ".seccompProfile.type"));
        }
    }

    private void setPrivilegeEscalation(Container container) {
        boolean contradicted = has(container.context("capabilities").path("add"), "CAP_SYS_ADMIN");
        if (!contradicted && !isWritten(container.context("allowPrivilegeEscalation"))) {
            set(container.node(), container.path(), "allowPrivilegeEscalation");
        }
    }

    /** Dropping more does not take back what the author drops, so {@code ALL} is added to a list that lacks it. */
    private void dropCapabilities(Container container) {
        if (has(container.context("capabilities").path("drop"), "ALL")) {
            return;
        }
        ObjectNode context = object(container.node(), CONTEXT);
        ObjectNode capabilities = context == null ? null : object(context, "capabilities");
        if (capabilities == null) {
            return;
        }
        String path = path(container.path(), CONTEXT + ".capabilities.drop");
        JsonNode drop = capabilities.path("drop");
        if (!isWritten(drop)) {
            capabilities.putArray("drop").add("ALL");
            fields.add(path);
        } else if (drop instanceof ArrayNode list) {
            fields.add(FieldPath.item(path, list.size()));
            list.add("ALL");
        }
    }

    /** The object that a field holds, made if there is none; {@code null} if it holds something else. */
    private static @Nullable ObjectNode object(ObjectNode owner, String field) {
        JsonNode present = owner.path(field);
        if (!isWritten(present)) {
            return owner.putObject(field);
        }
        return present instanceof ObjectNode object ? object : null;
    }

    private String path(String owner, String field) {
        return template.specPath() + "." + (owner.isEmpty() ? field : owner + "." + field);
    }
}
