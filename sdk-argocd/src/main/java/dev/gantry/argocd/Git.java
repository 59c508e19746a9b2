package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * A folder of a Git repository. What is in it says how it is read: a {@code Chart.yaml} is rendered by Helm, a
 * {@code kustomization.yaml} by Kustomize, and all else is manifests.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/application_sources/">Application sources</a>
 */
@CheckReturnValue
public final class Git extends ApplicationSource<Git> {

    private Git(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * A Git repository; {@link #path} says which folder of it.
     *
     * @param url such as {@code https://git.example.com/deploy} or {@code git@git.example.com:deploy.git}
     */
    public static Git repository(String url) {
        return new Git(source -> {
            source.set("repoURL", url, Syntax.NOT_EMPTY);
            // What has a colon may be a host and a path, as ssh has it, or a template; what begins with '/' is a
            // folder.
            if (url != null && !url.isEmpty() && !url.contains(":") && !url.contains("{{") && !url.startsWith("/")) {
                source.flaw(
                        "repoURL",
                        ValueRule.TEXT,
                        "\"" + url + "\" is no URL of a Git repository.",
                        "Write https:// before it, or git@host:path for ssh.");
            }
        });
    }

    @Override
    Git with(Consumer<Fields> more) {
        return new Git(and(more));
    }

    /**
     * Sets {@code path}: the folder with the manifests.
     *
     * @param folder from the root of the repository; {@code .} for the root itself
     */
    public Git path(String folder) {
        return with(source -> path(source, "path", folder));
    }

    /**
     * Sets {@code targetRevision}: a branch, a tag, a commit, or a range of versions that tags are compared with.
     *
     * @param revision {@code HEAD}, the repository's default branch, where it is not set
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/">Tracking strategies</a>
     */
    public Git revision(String revision) {
        return with(source -> source.set("targetRevision", revision, Syntax.NOT_EMPTY));
    }

    /**
     * Sets {@code kustomize}: what is changed of the kustomization in the folder.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/">Kustomize</a>
     */
    public Git kustomize(Consumer<KustomizeOptions> options) {
        return with(source -> source.object("kustomize").block(KustomizeOptions::new, options));
    }

    /**
     * Sets {@code directory}: which files of the folder are manifests.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/directory/">Directory</a>
     */
    public Git directory(Consumer<DirectoryOptions> options) {
        return with(source -> source.object("directory").block(DirectoryOptions::new, options));
    }
}
