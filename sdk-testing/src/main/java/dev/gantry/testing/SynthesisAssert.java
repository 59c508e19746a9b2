package dev.gantry.testing;

import dev.gantry.Synthesis;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import dev.gantry.permission.Permissions;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions over what a blueprint makes for one environment. */
public final class SynthesisAssert extends AbstractAssert<SynthesisAssert, Synthesis> {

    private final @Nullable String namespace;

    SynthesisAssert(Synthesis synthesis) {
        this(synthesis, null);
    }

    private SynthesisAssert(Synthesis synthesis, @Nullable String namespace) {
        super(synthesis, SynthesisAssert.class);
        this.namespace = namespace;
    }

    /** Looks at one namespace only, where several have resources of one name. */
    public SynthesisAssert namespace(String name) {
        return new SynthesisAssert(actual, name).as(descriptionText());
    }

    /** Looks at a Deployment. */
    public WorkloadAssert deployment(String name) {
        return new WorkloadAssert(find("Deployment.apps", name)).as(descriptionText());
    }

    /** Looks at a Service. */
    public ServiceAssert service(String name) {
        return new ServiceAssert(find("Service.", name)).as(descriptionText());
    }

    /**
     * Looks at what a ServiceAccount is allowed, by all roles and bindings.
     *
     * @param namespaceOfAccount where the account is
     * @param name the account; it need not be in the program
     */
    public PermissionsAssert serviceAccount(String namespaceOfAccount, String name) {
        return new PermissionsAssert(Permissions.of(actual, namespaceOfAccount, name)).as(descriptionText());
    }

    /**
     * Looks at a resource.
     *
     * @param kind such as {@code ConfigMap}; where several groups have a kind of that name, with its group, as in
     *     {@code Gateway.networking.istio.io}
     */
    public ResourceAssert resource(String kind, String name) {
        return new ResourceAssert(find(kind, name)).as(descriptionText());
    }

    /**
     * Verifies that there is no such resource.
     *
     * @param kind such as {@code ConfigMap}, with or without its group
     */
    public SynthesisAssert hasNo(String kind, String name) {
        for (Manifest manifest : ofKind(kind)) {
            if (manifest.id().name().equals(name)) {
                throw failure("%s", Shown.with("Expected no " + manifest + where() + ", but there is one.", manifest));
            }
        }
        return this;
    }

    /**
     * Verifies how many resources of a kind there are.
     *
     * @param kind such as {@code ConfigMap}, with or without its group
     */
    public SynthesisAssert hasCount(String kind, int count) {
        List<Manifest> found = ofKind(kind);
        if (found.size() != count) {
            throw failure(
                    "%s",
                    "Expected that there " + Shown.are(count, word(kind)) + where() + ", but there "
                            + Shown.are(found.size(), word(kind)) + (found.isEmpty() ? others() : ": " + shown(found))
                            + "." + errors());
        }
        return this;
    }

    /** Verifies that nothing was found, neither error nor warning, save what the author accepted. */
    public SynthesisAssert hasNoFindings() {
        List<Finding> findings = findings();
        if (!findings.isEmpty()) {
            throw failure("%s", "Expected no findings" + where() + ", but there are:\n\n" + Shown.report(findings));
        }
        return this;
    }

    /** Verifies that there are no errors; warnings may be there. */
    public SynthesisAssert hasNoErrors() {
        if (actual.failed()) {
            throw failure("%s", "Expected no errors" + where() + ", but there are." + errors());
        }
        return this;
    }

    /**
     * Verifies that there is a finding.
     *
     * @param code such as {@code GTY-NET-001}
     */
    public FindingAssert hasFinding(String code) {
        List<Finding> findings = findings();
        List<Finding> matching =
                findings.stream().filter(f -> f.code().equals(code)).toList();
        if (matching.isEmpty()) {
            String found = findings.isEmpty() ? "there is none." : "there are:\n\n" + Shown.report(findings);
            throw failure("%s", "Expected the finding " + code + where() + ", but " + found);
        }
        return new FindingAssert(matching).as(descriptionText());
    }

    private Manifest find(String kind, String name) {
        List<Manifest> ofKind = ofKind(kind);
        List<Manifest> found =
                ofKind.stream().filter(m -> m.id().name().equals(name)).toList();
        String subject = word(kind) + " " + Shown.quoted(name) + where();
        if (found.isEmpty()) {
            String instead = ofKind.isEmpty()
                    ? "there are no " + Shown.plural(word(kind)) + others()
                    : "there " + Shown.are(ofKind.size(), word(kind)) + ": " + shown(ofKind);
            throw failure("%s", "Expected the " + subject + ", but " + instead + "." + errors());
        }
        if (found.size() > 1) {
            throw failure(
                    "%s",
                    "Expected one " + subject + ", but there are " + found.size() + ": " + shown(found)
                            + ". Choose one with namespace(...), or name the kind with its group.");
        }
        return found.get(0);
    }

    private List<Manifest> ofKind(String kind) {
        int dot = kind.indexOf('.');
        String plain = word(kind);
        return actual.manifests().stream()
                .filter(m -> namespace == null || Objects.equals(m.id().namespace(), namespace))
                .filter(m -> m.id().kind().equals(plain))
                .filter(m -> dot < 0 || m.id().group().equals(kind.substring(dot + 1)))
                .toList();
    }

    private List<Finding> findings() {
        return actual.findings().stream()
                .filter(finding -> finding.severity() != Severity.OFF)
                .toList();
    }

    private String where() {
        String place = namespace == null ? "" : " in the namespace " + Shown.quoted(namespace);
        return place + " for " + actual.environment();
    }

    private String others() {
        List<String> kinds =
                actual.manifests().stream().map(m -> m.id().kind()).distinct().toList();
        return kinds.isEmpty() ? " or anything else" : "; there is " + Shown.list(kinds, kind -> kind);
    }

    /** What is missing may be missing because the blueprint has mistakes. */
    private String errors() {
        List<Finding> errors =
                actual.findings().stream().filter(Finding::isError).toList();
        return errors.isEmpty() ? "" : "\n\n" + Shown.report(errors);
    }

    private static String shown(List<Manifest> manifests) {
        return Shown.list(manifests, Shown::subject);
    }

    private static String word(String kind) {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot);
    }
}
