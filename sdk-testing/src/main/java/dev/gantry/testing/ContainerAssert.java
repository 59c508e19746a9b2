package dev.gantry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.check.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions over a container. {@code satisfies(...)} and conditions get its tree. */
public final class ContainerAssert extends AbstractAssert<ContainerAssert, ObjectNode> {

    private final Manifest manifest;
    private final String path;
    private final String subject;

    ContainerAssert(Manifest manifest, String path, ObjectNode container) {
        super(container, ContainerAssert.class);
        this.manifest = manifest;
        this.path = path;
        this.subject = "the container " + Shown.value(container.path("name")) + " of " + manifest;
    }

    /**
     * Looks at one field.
     *
     * @param field from the container on, such as {@code securityContext.runAsNonRoot}
     */
    public FieldAssert field(String field) {
        return FieldAssert.of(manifest, path, actual, field).as(descriptionText());
    }

    /** Verifies an environment variable that has its value in the manifest. */
    public ContainerAssert hasEnv(String name, String value) {
        int index = index("env", name);
        JsonNode entry = actual.path("env").path(index);
        if (index < 0) {
            throw fail("Expected the variable " + name + " of " + subject + " to be " + Shown.quoted(value)
                    + ", but it has " + names("env") + ".");
        }
        if (!value.equals(entry.path("value").asText()) || entry.has("valueFrom")) {
            String found = entry.has("valueFrom")
                    ? "it comes from " + entry.path("valueFrom")
                    : "it is " + Shown.quoted(entry.path("value").asText());
            throw fail("Expected the variable " + name + " of " + subject + " to be " + Shown.quoted(value) + ", but "
                    + found + Shown.line(manifest, path + ".env[" + index + "]") + ".");
        }
        return this;
    }

    /** Verifies that there is an environment variable of this name, wherever its value comes from. */
    public ContainerAssert hasEnv(String name) {
        if (index("env", name) < 0) {
            throw fail("Expected the variable " + name + " in " + subject + ", but it has " + names("env") + ".");
        }
        return this;
    }

    /** Verifies that there is no environment variable of this name. */
    public ContainerAssert hasNoEnv(String name) {
        int index = index("env", name);
        if (index >= 0) {
            throw fail("Expected no variable " + name + " in " + subject + ", but there is one"
                    + Shown.line(manifest, path + ".env[" + index + "]") + ".");
        }
        return this;
    }

    /** Verifies the image. */
    public ContainerAssert hasImage(String reference) {
        return text("image", reference);
    }

    /** Verifies the image. */
    public ContainerAssert hasImage(Image image) {
        return text("image", image.reference());
    }

    /** Verifies that it listens on a port of this number, name and protocol. */
    public ContainerAssert hasPort(Port port) {
        for (JsonNode entry : actual.path("ports")) {
            if (entry.path("containerPort").asInt() == port.number()
                    && port.name().equals(entry.path("name").textValue())
                    && port.protocol().name().equals(entry.path("protocol").asText("TCP"))) {
                return this;
            }
        }
        throw fail("Expected the port " + port + " in " + subject + ", but it has " + ports() + ".");
    }

    /** Verifies that it listens on this port. */
    public ContainerAssert hasPort(int number) {
        for (JsonNode entry : actual.path("ports")) {
            if (entry.path("containerPort").asInt() == number) {
                return this;
            }
        }
        throw fail("Expected the port " + number + " in " + subject + ", but it has " + ports() + ".");
    }

    /** Verifies what it requests, as it is written in the manifest. */
    public ContainerAssert hasRequests(String cpu, String memory) {
        return text("resources.requests.cpu", cpu).text("resources.requests.memory", memory);
    }

    /** Verifies what it is limited to, as it is written in the manifest. */
    public ContainerAssert hasLimits(String cpu, String memory) {
        return text("resources.limits.cpu", cpu).text("resources.limits.memory", memory);
    }

    private ContainerAssert text(String field, String value) {
        FieldLookup found = FieldLookup.of(actual, field);
        if (!value.equals(found.node().asText(null))) {
            String but = found.problem().isEmpty()
                    ? "it is " + Shown.value(found.node()) + Shown.line(manifest, path + "." + field)
                    : found.problem();
            throw fail("Expected the " + field + " of " + subject + " to be " + Shown.quoted(value) + ", but " + but
                    + ".");
        }
        return this;
    }

    private int index(String list, String name) {
        JsonNode entries = actual.path(list);
        for (int i = 0; i < entries.size(); i++) {
            if (name.equals(entries.get(i).path("name").textValue())) {
                return i;
            }
        }
        return -1;
    }

    private String names(String list) {
        return Shown.list(entries(list), entry -> entry.path("name").asText());
    }

    private String ports() {
        return Shown.list(
                entries("ports"),
                entry -> entry.path("name").asText() + " ("
                        + entry.path("containerPort").asText() + "/"
                        + entry.path("protocol").asText("TCP") + ")");
    }

    private List<JsonNode> entries(String list) {
        List<JsonNode> entries = new ArrayList<>();
        actual.path(list).forEach(entries::add);
        return entries;
    }

    private AssertionError fail(String message) {
        return failure("%s", Shown.with(message, manifest));
    }
}
