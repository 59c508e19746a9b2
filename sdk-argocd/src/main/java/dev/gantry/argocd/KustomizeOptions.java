package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.Image;
import dev.gantry.Scalable;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.Syntax;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is changed of a kustomization.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/">Kustomize</a>
 */
public final class KustomizeOptions {

    private final Fields kustomize;

    KustomizeOptions(Fields kustomize) {
        this.kustomize = kustomize;
    }

    /** Adds to {@code images}: the tag or digest that containers of this image get. */
    public KustomizeOptions image(Image image) {
        kustomize.add("images", image);
        return this;
    }

    /**
     * Adds to {@code images}: what containers of one image get instead.
     *
     * @param name the image as the kustomization's manifests have it, without tag
     */
    public KustomizeOptions image(String name, Image replacement) {
        if (kustomize.given("images", name) && kustomize.given("images", replacement)) {
            kustomize.add("images", new Replacement(name, replacement));
        }
        return this;
    }

    /** Sets {@code namePrefix}: what the names of all resources begin with. */
    public KustomizeOptions namePrefix(String prefix) {
        kustomize.set("namePrefix", prefix, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code nameSuffix}: what the names of all resources end with. */
    public KustomizeOptions nameSuffix(String suffix) {
        kustomize.set("nameSuffix", suffix, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code namespace}: of all resources. */
    public KustomizeOptions namespace(String namespace) {
        kustomize.set("namespace", namespace, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code commonLabels}: a label of all resources, and of selectors and pods unless that is switched off. */
    public KustomizeOptions commonLabel(String key, String value) {
        Entries.annotation(kustomize.object("commonLabels"), key, value);
        return this;
    }

    /** Sets {@code labelWithoutSelector}: whether selectors go without the common labels; {@code false} by default. */
    public KustomizeOptions labelWithoutSelector(boolean without) {
        kustomize.set("labelWithoutSelector", without);
        return this;
    }

    /** Sets {@code labelIncludeTemplates}: whether pods get them where selectors do not; {@code false} by default. */
    public KustomizeOptions labelIncludeTemplates(boolean include) {
        kustomize.set("labelIncludeTemplates", include);
        return this;
    }

    /** Sets {@code forceCommonLabels}: whether they replace labels of the same key; {@code false} by default. */
    public KustomizeOptions forceCommonLabels(boolean force) {
        kustomize.set("forceCommonLabels", force);
        return this;
    }

    /** Adds to {@code commonAnnotations}: an annotation of all resources. */
    public KustomizeOptions commonAnnotation(String key, String value) {
        Entries.annotation(kustomize.object("commonAnnotations"), key, value);
        return this;
    }

    /** Sets {@code forceCommonAnnotations}: whether they replace annotations of the same key; {@code false} by default. */
    public KustomizeOptions forceCommonAnnotations(boolean force) {
        kustomize.set("forceCommonAnnotations", force);
        return this;
    }

    /**
     * Sets {@code commonAnnotationsEnvsubst}: whether build variables such as {@code ${ARGOCD_APP_REVISION}} are put in;
     * {@code false} by default.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/build-environment/">Build environment</a>
     */
    public KustomizeOptions commonAnnotationsEnvsubst(boolean substitute) {
        kustomize.set("commonAnnotationsEnvsubst", substitute);
        return this;
    }

    /** Adds to {@code replicas}: how many a workload has. */
    public KustomizeOptions replicas(String workload, int count) {
        Fields replicas = kustomize.append("replicas");
        replicas.set("name", workload, Syntax.NOT_EMPTY);
        replicas.set("count", count, 0, Integer.MAX_VALUE);
        return this;
    }

    /** Adds to {@code replicas}: how many a workload of the program has. */
    public KustomizeOptions replicas(Scalable workload, int count) {
        if (kustomize.given("replicas", workload)) {
            Fields replicas = kustomize.append("replicas");
            replicas.set("name", workload.resource().name());
            replicas.mention("name", workload.resource());
            replicas.set("count", count, 0, Integer.MAX_VALUE);
        }
        return this;
    }

    /** Adds to {@code components}: folders of components, from that of the kustomization. */
    public KustomizeOptions components(String... folders) {
        kustomize.addAll("components", Syntax.NOT_EMPTY, folders);
        return this;
    }

    /** Sets {@code ignoreMissingComponents}: whether they may be missing; {@code false} by default. */
    public KustomizeOptions ignoreMissingComponents(boolean ignore) {
        kustomize.set("ignoreMissingComponents", ignore);
        return this;
    }

    /** Adds to {@code patches}: what is changed of which resources. */
    public KustomizeOptions patch(Consumer<KustomizePatch> patch) {
        kustomize.append("patches").block(KustomizePatch::new, patch);
        return this;
    }

    /** Sets {@code version}: of Kustomize itself, one of those that Argo CD was set up with. */
    public KustomizeOptions version(String version) {
        kustomize.set("version", version, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code kubeVersion}: the version of Kubernetes that charts in the kustomization see. */
    public KustomizeOptions kubeVersion(String version) {
        kustomize.set("kubeVersion", version, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code apiVersions}: what charts in the kustomization see in {@code Capabilities.APIVersions}. */
    public KustomizeOptions apiVersions(String... versions) {
        kustomize.addAll("apiVersions", Syntax.NOT_EMPTY, versions);
        return this;
    }

    /** An image in the place of another, as {@code kustomize edit set image} has it. */
    private record Replacement(String name, Image image) implements Leaf {

        @Override
        public JsonNode toJson() {
            return TextNode.valueOf(name + "=" + image.reference());
        }

        @Override
        public List<Flaw> flaws() {
            return image.flaws();
        }
    }
}
