package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * A chart of a Helm repository. One in a Git repository is named with {@link Git}.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/helm/">Helm</a>
 */
@CheckReturnValue
public final class HelmRepository extends ApplicationSource<HelmRepository> {

    private HelmRepository(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * A chart: {@code repoURL}, {@code chart} and {@code targetRevision}.
     *
     * @param repository such as {@code https://charts.example.com}; of an OCI registry, without {@code oci://}
     * @param chart its name in the repository
     * @param version such as {@code 20.1.0}, or a range such as {@code 20.*}
     */
    public static HelmRepository chart(String repository, String chart, String version) {
        return new HelmRepository(source -> {
            source.set("repoURL", repository, Syntax.NOT_EMPTY);
            source.set("targetRevision", version); // a check looks at it, in whatever way it was written
            source.set("chart", chart, Syntax.NOT_EMPTY);
        });
    }

    @Override
    HelmRepository with(Consumer<Fields> more) {
        return new HelmRepository(and(more));
    }
}
