package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * A folder of an artifact in an OCI registry, read as one of a Git repository is. Argo CD takes it from version 3.1 on.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/oci/">OCI</a>
 */
@CheckReturnValue
public final class OciArtifact extends ApplicationSource<OciArtifact> {

    private OciArtifact(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * An artifact.
     *
     * @param url such as {@code oci://registry.example.com/deploy/shop}
     * @param revision a tag or a digest: {@code targetRevision}
     */
    public static OciArtifact of(String url, String revision) {
        return new OciArtifact(source -> {
            source.set("repoURL", url, Syntax.NOT_EMPTY);
            if (url != null && !url.startsWith("oci://")) {
                source.flaw(
                        "repoURL",
                        ValueRule.TEXT,
                        "\"" + url + "\" does not begin with oci://.",
                        "Give the URL as oci://registry/path; a chart is named with HelmRepository.chart(...).");
            }
            source.set("targetRevision", revision, Syntax.NOT_EMPTY);
        });
    }

    @Override
    OciArtifact with(Consumer<Fields> more) {
        return new OciArtifact(and(more));
    }

    /**
     * Sets {@code path}: the folder with the manifests.
     *
     * @param folder from the root of the artifact; {@code .} for the root itself
     */
    public OciArtifact path(String folder) {
        return with(source -> path(source, "path", folder));
    }

    /** Sets {@code kustomize}: what is changed of the kustomization in the folder. */
    public OciArtifact kustomize(Consumer<KustomizeOptions> options) {
        return with(source -> source.object("kustomize").block(KustomizeOptions::new, options));
    }

    /** Sets {@code directory}: which files of the folder are manifests. */
    public OciArtifact directory(Consumer<DirectoryOptions> options) {
        return with(source -> source.object("directory").block(DirectoryOptions::new, options));
    }
}
