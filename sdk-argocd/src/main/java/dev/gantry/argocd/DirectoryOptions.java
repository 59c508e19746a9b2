package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * Which files of a folder are manifests, and what Jsonnet files are given.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/directory/">Directory</a>
 */
public final class DirectoryOptions {

    private final Fields directory;

    DirectoryOptions(Fields directory) {
        this.directory = directory;
    }

    /** Sets {@code recurse}: whether the folders in the folder count too; {@code false} by default. */
    public DirectoryOptions recurse(boolean recurse) {
        directory.set("recurse", recurse);
        return this;
    }

    /**
     * Sets {@code include}: the files that count; all by default.
     *
     * @param pattern such as {@code *.yaml}, or <code>{*.yml,*.yaml}</code> for several
     */
    public DirectoryOptions include(String pattern) {
        directory.set("include", pattern, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Sets {@code exclude}: the files that do not count, even if they are included.
     *
     * @param pattern such as {@code config.json}, or <code>{a.yaml,b/*}</code> for several
     */
    public DirectoryOptions exclude(String pattern) {
        directory.set("exclude", pattern, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Adds to {@code jsonnet.extVars}: an external variable.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/jsonnet/">Jsonnet</a>
     */
    public DirectoryOptions extVar(String name, String value) {
        return variable("extVars", name, value, false);
    }

    /** Adds to {@code jsonnet.extVars}: an external variable that is Jsonnet code. */
    public DirectoryOptions extCode(String name, String code) {
        return variable("extVars", name, code, true);
    }

    /** Adds to {@code jsonnet.tlas}: a top-level argument. */
    public DirectoryOptions topLevelArgument(String name, String value) {
        return variable("tlas", name, value, false);
    }

    /** Adds to {@code jsonnet.tlas}: a top-level argument that is Jsonnet code. */
    public DirectoryOptions topLevelCode(String name, String code) {
        return variable("tlas", name, code, true);
    }

    /** Adds to {@code jsonnet.libs}: folders in which Jsonnet looks for what is imported, from the repository's root. */
    public DirectoryOptions libs(String... folders) {
        directory.object("jsonnet").addAll("libs", Syntax.NOT_EMPTY, folders);
        return this;
    }

    private DirectoryOptions variable(String list, String name, String value, boolean code) {
        Fields variable = directory.object("jsonnet").append(list);
        variable.set("name", name, Syntax.NOT_EMPTY);
        variable.set("value", value);
        if (code) {
            variable.set("code", true);
        }
        return this;
    }
}
