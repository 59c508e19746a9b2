package dev.gantry.raw;

import java.io.StringReader;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Texts that are to be YAML mappings, such as what a field holds for another tool. */
public final class YamlMapping {

    private YamlMapping() {}

    /**
     * What is wrong with a text, to be read after its name, such as "is a list, and not a mapping"; {@code null} if nothing is.
     * A text without content is a mapping without keys, and of several documents the first one counts.
     */
    public static @Nullable String problem(String text) {
        try {
            Iterator<Node> documents = new Yaml(new LoaderOptions())
                    .composeAll(new StringReader(text))
                    .iterator();
            Node root = documents.hasNext() ? documents.next() : null;
            if (root == null || root instanceof MappingNode || root.getTag().equals(Tag.NULL)) {
                return null;
            }
            return "is " + (root instanceof SequenceNode ? "a list" : "a single value") + ", and not a mapping";
        } catch (MarkedYAMLException e) {
            String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem();
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            return "is not YAML: " + (problem.contains("\\t(TAB)") ? "found a tab where no tab can be" : problem)
                    + (mark == null ? "" : " (line " + (mark.getLine() + 1) + ")");
        } catch (YAMLException e) {
            return "is not YAML: it has characters that are not allowed there";
        }
    }
}
