package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;

/**
 * Which folders or files of a Git repository yield parameters.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git/">Git</a>
 */
public final class GitGenerator {

    private final Fields git;

    GitGenerator(Fields git) {
        this.git = git;
    }

    /**
     * Adds to {@code directories}: folders that yield their path.
     *
     * @param paths such as {@code apps/*}; {@code *} stands for anything but {@code /}
     */
    public GitGenerator directories(String... paths) {
        return paths("directories", false, paths);
    }

    /** Adds to {@code directories} with {@code exclude}: folders that yield nothing, even if another path matches them. */
    public GitGenerator excludeDirectories(String... paths) {
        return paths("directories", true, paths);
    }

    /**
     * Adds to {@code files}: JSON or YAML files that yield what is in them.
     *
     * @param paths such as <code>clusters/*&#47;config.json</code>
     */
    public GitGenerator files(String... paths) {
        return paths("files", false, paths);
    }

    /** Adds to {@code files} with {@code exclude}: files that yield nothing, even if another path matches them. */
    public GitGenerator excludeFiles(String... paths) {
        return paths("files", true, paths);
    }

    /** Sets {@code pathParamPrefix}: what stands before {@code path}, so that two of these can be combined. */
    public GitGenerator pathParamPrefix(String prefix) {
        git.set("pathParamPrefix", prefix, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code requeueAfterSeconds}: how often the repository is looked at; every 3 minutes by default. */
    public GitGenerator requeueAfter(Duration duration) {
        git.seconds("requeueAfterSeconds", duration, 0);
        return this;
    }

    /** Adds to {@code values}: a parameter {@code values.<name>}, whose value may hold those of the folder or file. */
    public GitGenerator value(String name, String value) {
        git.object("values").set(name, value);
        return this;
    }

    private GitGenerator paths(String list, boolean exclude, String... paths) {
        if (git.given(list, paths)) {
            for (String path : paths) {
                Fields item = git.append(list);
                item.set("path", path, Syntax.NOT_EMPTY);
                if (exclude) {
                    item.set("exclude", true);
                }
            }
        }
        return this;
    }
}
