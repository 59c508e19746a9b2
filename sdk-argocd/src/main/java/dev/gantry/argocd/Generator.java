package dev.gantry.argocd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.LabelSelector;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * What yields the parameters of an ApplicationSet: a set of them for each Application.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/">Generators</a>
 */
@CheckReturnValue
public final class Generator extends Block {

    private Generator(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * Yields what is listed: {@code list}.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-List/">List</a>
     */
    public static Generator list(Consumer<ListGenerator> elements) {
        return new Generator(generator -> {
            Fields list = generator.object("list");
            list.block(ListGenerator::new, elements);
        });
    }

    /**
     * Yields every cluster that Argo CD knows: {@code clusters}.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/">Clusters</a>
     */
    public static Generator clusters() {
        return new Generator(generator -> generator.object("clusters"));
    }

    /**
     * Yields clusters that Argo CD knows: {@code clusters}, with the parameters {@code name}, {@code nameNormalized},
     * {@code server}, {@code project} and {@code metadata}.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/">Clusters</a>
     */
    public static Generator clusters(Consumer<ClusterGenerator> options) {
        return new Generator(generator -> generator.object("clusters").block(ClusterGenerator::new, options));
    }

    /**
     * Yields folders or files of a Git repository: {@code git}. Folders yield {@code path} and its parts, files also what
     * is in them.
     *
     * @param url of the repository
     * @param revision a branch, a tag or a commit; {@code HEAD} is the default branch
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git/">Git</a>
     */
    public static Generator git(String url, String revision, Consumer<GitGenerator> options) {
        return new Generator(generator -> {
            Fields git = generator.object("git");
            git.set("repoURL", url, Syntax.NOT_EMPTY);
            git.set("revision", revision, Syntax.NOT_EMPTY);
            git.block(GitGenerator::new, options);
        });
    }

    /**
     * Yields every combination of what two generators yield: {@code matrix}.
     *
     * @param second may use the parameters of the first
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Matrix/">Matrix</a>
     */
    public static Generator matrix(Generator first, Generator second) {
        return new Generator(generator -> {
            Fields matrix = generator.object("matrix");
            matrix.add("generators", first);
            matrix.add("generators", second);
        });
    }

    /**
     * Yields what the first generator yields, with parameters that the others have for the same key: {@code merge}.
     *
     * @param key the parameter that all of them have, and by which sets belong together; further ones with
     *     {@link #mergeKey}
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Merge/">Merge</a>
     */
    public static Generator merge(String key, Generator base, Generator... others) {
        return new Generator(generator -> {
            Fields merge = generator.object("merge");
            merge.add("mergeKeys", key, Syntax.NOT_EMPTY);
            merge.add("generators", base);
            if (merge.given("generators", others)) {
                for (Generator other : others) {
                    merge.add("generators", other);
                }
            }
        });
    }

    /**
     * Any other generator, as a tree.
     *
     * @param field its name, such as {@code pullRequest} or {@code scmProvider}
     * @param fields writes its fields
     */
    public static Generator custom(String field, Consumer<ObjectNode> fields) {
        return new Generator(generator -> {
            if (generator.given(field, fields)) {
                ObjectNode tree = JsonNodeFactory.instance.objectNode();
                fields.accept(tree);
                generator.set(field, (Leaf) () -> tree);
            }
        });
    }

    /** Adds to {@code mergeKeys} of a {@link #merge}: a further parameter that has to be the same. */
    public Generator mergeKey(String key) {
        return new Generator(and(generator -> generator.object("merge").add("mergeKeys", key, Syntax.NOT_EMPTY)));
    }

    /**
     * Sets {@code selector}: only those sets whose parameters are what is asked, as if they were labels. Values
     * may be any text, such as the URL of a server.
     *
     * @see <a
     *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Post-Selector/">Post
     *     selector</a>
     */
    public Generator selector(LabelSelector selector) {
        return new Generator(and(
                generator -> Templates.selector(generator, selector, (syntax, text) -> syntax == Syntax.LABEL_VALUE)));
    }
}
