package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;

/**
 * A change of some resources of a kustomization.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/#patches">Patches</a>
 */
public final class KustomizePatch {

    private final Fields patch;

    KustomizePatch(Fields patch) {
        this.patch = patch;
    }

    /** Sets {@code patch}: a strategic merge patch or a list of JSON patch operations, as YAML. */
    public KustomizePatch patch(String yaml) {
        patch.set("patch", yaml, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code path}: the file with the patch, from the folder of the kustomization. */
    public KustomizePatch path(String file) {
        patch.set("path", file, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code target} to one resource of the program: its group, version, kind and name. */
    public KustomizePatch target(Resource resource) {
        if (patch.given("target", resource)) {
            String apiVersion = resource.kind().apiVersion();
            String group = resource.kind().group();
            Fields target = patch.replace("target");
            if (!group.isEmpty()) {
                target.set("group", group);
            }
            target.set("version", apiVersion.substring(apiVersion.indexOf('/') + 1));
            target.set("kind", resource.kind().name());
            target.set("name", resource.name());
            target.mention("name", resource);
        }
        return this;
    }

    /** Sets {@code target.group}: an API group, as a regular expression. */
    public KustomizePatch group(String group) {
        return target("group", group);
    }

    /** Sets {@code target.version}: a version of the API, as a regular expression. */
    public KustomizePatch version(String version) {
        return target("version", version);
    }

    /** Sets {@code target.kind}: a kind, as a regular expression. */
    public KustomizePatch kind(String kind) {
        return target("kind", kind);
    }

    /** Sets {@code target.name}: a name, as a regular expression. */
    public KustomizePatch name(String name) {
        return target("name", name);
    }

    /** Sets {@code target.namespace}: a namespace, as a regular expression. */
    public KustomizePatch namespace(String namespace) {
        return target("namespace", namespace);
    }

    /** Sets {@code target.labelSelector}: labels of the resources, such as {@code app=web,tier!=cache}. */
    public KustomizePatch labelSelector(String selector) {
        return target("labelSelector", selector);
    }

    /** Sets {@code target.annotationSelector}: annotations of the resources, such as {@code team=shop}. */
    public KustomizePatch annotationSelector(String selector) {
        return target("annotationSelector", selector);
    }

    /** Sets the option {@code allowNameChange}: whether the patch may give another name; {@code false} by default. */
    public KustomizePatch allowNameChange(boolean allow) {
        patch.object("options").set("allowNameChange", allow);
        return this;
    }

    /** Sets the option {@code allowKindChange}: whether the patch may give another kind; {@code false} by default. */
    public KustomizePatch allowKindChange(boolean allow) {
        patch.object("options").set("allowKindChange", allow);
        return this;
    }

    private KustomizePatch target(String field, String value) {
        patch.object("target").set(field, value, Syntax.NOT_EMPTY);
        return this;
    }
}
