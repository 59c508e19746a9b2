package dev.gantry.argocd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * How Helm renders a chart. Of several values for one thing counts, from weakest to strongest, that of the chart, of
 * {@link #valueFiles}, of {@link #values} or {@link #valuesObject}, of {@link #parameter}.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/helm/">Helm</a>
 */
public final class HelmOptions {

    private final Fields helm;

    HelmOptions(Fields helm) {
        this.helm = helm;
    }

    /** Sets {@code releaseName}: what templates know as the release's name; that of the Application by default. */
    public HelmOptions releaseName(String name) {
        helm.set("releaseName", name, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Adds to {@code valueFiles}; of several, the last counts.
     *
     * @param files paths from the chart, URLs, or {@code $name/path} for a file of the source with that {@code ref}
     */
    public HelmOptions valueFiles(String... files) {
        helm.addAll("valueFiles", Syntax.NOT_EMPTY, files);
        return this;
    }

    /** Sets {@code ignoreMissingValueFiles}: whether value files may be missing; {@code false} by default. */
    public HelmOptions ignoreMissingValueFiles(boolean ignore) {
        helm.set("ignoreMissingValueFiles", ignore);
        return this;
    }

    /** Sets {@code values}: values as YAML text. {@link #valuesObject} is stronger, if both are there. */
    public HelmOptions values(String yaml) {
        helm.set("values", yaml);
        return this;
    }

    /** Sets {@code valuesObject}: values as a tree, which the block writes. */
    public HelmOptions valuesObject(Consumer<ObjectNode> values) {
        if (helm.given("valuesObject", values)) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            values.accept(tree);
            helm.set("valuesObject", (Leaf) () -> tree);
        }
        return this;
    }

    /**
     * Adds to {@code parameters}, as {@code helm --set}.
     *
     * @param name a path in the values, such as {@code image.tag}
     * @param value a text that looks like a number or a truth value is one
     */
    public HelmOptions parameter(String name, String value) {
        named("parameters", name).set("value", value);
        return this;
    }

    /**
     * Adds to {@code parameters} with {@code forceString}, as {@code helm --set-string}.
     *
     * @param name a path in the values, such as {@code image.tag}
     * @param value a text, whatever it looks like
     */
    public HelmOptions stringParameter(String name, String value) {
        Fields parameter = named("parameters", name);
        parameter.set("value", value);
        parameter.set("forceString", true);
        return this;
    }

    /**
     * Adds to {@code fileParameters}, as {@code helm --set-file}.
     *
     * @param name a path in the values
     * @param path of the file whose text is the value
     */
    public HelmOptions fileParameter(String name, String path) {
        named("fileParameters", name).set("path", path, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code passCredentials}: whether the repository's credentials go to other domains too; {@code false} by default. */
    public HelmOptions passCredentials(boolean pass) {
        helm.set("passCredentials", pass);
        return this;
    }

    /** Sets {@code skipCrds}: whether the definitions in the chart's {@code crds} folder are left out; {@code false} by default. */
    public HelmOptions skipCrds(boolean skip) {
        helm.set("skipCrds", skip);
        return this;
    }

    /** Sets {@code skipTests}: whether the chart's tests are left out; {@code false} by default. */
    public HelmOptions skipTests(boolean skip) {
        helm.set("skipTests", skip);
        return this;
    }

    /**
     * Sets {@code skipSchemaValidation}: whether values are not compared with the chart's schema; {@code false} by default.
     */
    public HelmOptions skipSchemaValidation(boolean skip) {
        helm.set("skipSchemaValidation", skip);
        return this;
    }

    /** Sets {@code version}: of Helm itself; {@code v3} is the only one. */
    public HelmOptions version(String version) {
        helm.set("version", version, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code namespace}: what templates know as the release's namespace; that of the destination by default. */
    public HelmOptions namespace(String namespace) {
        helm.set("namespace", namespace, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code kubeVersion}: the version of Kubernetes that templates see; that of the cluster by default. */
    public HelmOptions kubeVersion(String version) {
        helm.set("kubeVersion", version, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Adds to {@code apiVersions}: what templates see in {@code Capabilities.APIVersions}; what the cluster has by default.
     *
     * @param versions each {@code [group/]version[/kind]}
     */
    public HelmOptions apiVersions(String... versions) {
        helm.addAll("apiVersions", Syntax.NOT_EMPTY, versions);
        return this;
    }

    private Fields named(String list, String name) {
        Fields item = helm.append(list);
        item.set("name", name, Syntax.NOT_EMPTY);
        return item;
    }
}
