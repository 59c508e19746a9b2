package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * Where the manifests of an Application come from.
 *
 * @param <B> the source's own type
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/application_sources/">Application sources</a>
 */
@CheckReturnValue
public abstract sealed class ApplicationSource<B extends ApplicationSource<B>> extends Block
        permits Git, HelmRepository, OciArtifact {

    ApplicationSource(Consumer<Fields> writer) {
        super(writer);
    }

    /** The same source with more in it. */
    abstract B with(Consumer<Fields> more);

    /**
     * Sets {@code helm}: how a chart is rendered, which Helm does without a release in the cluster.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/helm/">Helm</a>
     */
    public final B helm(Consumer<HelmOptions> options) {
        return with(source -> source.object("helm").block(HelmOptions::new, options));
    }

    /**
     * Sets {@code plugin}: a config management plugin makes the manifests.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/config-management-plugins/">Config management
     *     plugins</a>
     */
    public final B plugin(Consumer<PluginOptions> options) {
        return with(source -> source.object("plugin").block(PluginOptions::new, options));
    }

    /**
     * Sets {@code ref}: the name by which value files of the other sources mean files of this one, as in
     * {@code $values/prod.yaml}. Only for one of several sources.
     *
     * @param name without the {@code $}
     * @see <a
     *     href="https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/#helm-value-files-from-external-git-repository">
     *     Value files from another repository</a>
     */
    public final B ref(String name) {
        return with(source -> source.set("ref", name, Syntax.NOT_EMPTY));
    }

    /** Sets {@code name}: how people tell this source from the others of its Application. */
    public final B name(String name) {
        return with(source -> source.set("name", name, Syntax.NOT_EMPTY));
    }

    /** A path in what a source brings: relative, and inside of it. */
    static void path(Fields source, String field, String path) {
        source.set(field, path, Syntax.NOT_EMPTY);
        if (path != null && (path.startsWith("/") || ("/" + path + "/").contains("/../"))) {
            source.flaw(
                    field,
                    ValueRule.TEXT,
                    "\"" + path + "\" leads out of the source.",
                    "Give a path that starts at its root, without \"/\" before it and without \"..\".");
        }
    }
}
