package dev.gantry.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.gantry.helm.ChartIdentity;
import dev.gantry.lock.RemoteSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Whether what a server has given is what was asked for. Servers give pages of HTML with the status of success, and what is locked
 * once is what everything later is compared with.
 */
final class FetchedContent {

    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

    /**
     * What stands between two lines of {@code ---}, or one of several JSON values.
     *
     * @param hasKind whether it may be a manifest
     * @param line where it begins
     */
    private record Document(boolean hasKind, int line) {}

    private FetchedContent() {}

    /**
     * Looks at what was had.
     *
     * @throws RemoteFailure if it is something else
     */
    static void check(RemoteSource source, Fetched fetched) throws RemoteFailure {
        if (source.kind() == RemoteSource.RemoteKind.FILE) {
            checkManifests(fetched.content());
        } else {
            checkChart(source, fetched);
        }
    }

    private static void checkChart(RemoteSource source, Fetched fetched) throws RemoteFailure {
        ChartIdentity chart;
        try {
            chart = ChartIdentity.of(fetched.content());
        } catch (IOException e) {
            throw new RemoteFailure(
                    "what the server gives is no chart: " + e.getMessage(),
                    "Look at the address with a browser: does it ask for a login?");
        }
        boolean named = source.name().isEmpty() || source.name().equals(chart.name());
        if (!named || !plain(fetched.version()).equals(plain(chart.version()))) {
            String asked = named ? "version " + fetched.version() : source.name() + " " + fetched.version();
            throw new RemoteFailure(
                    "what the server gives as " + asked + " is " + chart.name() + " " + chart.version()
                            + ", as its Chart.yaml says",
                    "Ask who runs the server, or name the chart and the version that you need.");
        }
    }

    private static String plain(String version) {
        return version.startsWith("v") ? version.substring(1) : version;
    }

    private static void checkManifests(byte[] content) throws RemoteFailure {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("<")) {
            throw noManifests("it is a page of HTML, or XML");
        }
        List<Document> documents = text.stripLeading().startsWith("{") ? json(text) : yaml(text);
        if (documents.isEmpty()) {
            throw noManifests("there is nothing in it");
        }
        for (Document document : documents) {
            if (!document.hasKind()) {
                throw noManifests("there is a document without a kind in it, at line " + document.line());
            }
        }
    }

    /** JSON may be indented with tabs, which YAML does not allow; and YAML has braces too. */
    private static List<Document> json(String text) throws RemoteFailure {
        List<Document> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = JSON.readValues(text)) {
            while (nodes.hasNextValue()) {
                int line = nodes.getCurrentLocation().getLineNr();
                documents.add(new Document(nodes.nextValue().has("kind"), line));
            }
            return documents;
        } catch (IOException e) {
            return yaml(text);
        }
    }

    private static List<Document> yaml(String text) throws RemoteFailure {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        List<Document> documents = new ArrayList<>();
        try {
            for (Node document : new Yaml(options).composeAll(new StringReader(text))) {
                if (!document.getTag().equals(Tag.NULL)) {
                    documents.add(new Document(
                            hasKind(document), document.getStartMark().getLine() + 1));
                }
            }
            return documents;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw noManifests("it is no valid YAML" + (mark == null ? "" : ", at line " + (mark.getLine() + 1)));
        } catch (YAMLException e) {
            throw noManifests("it is no valid YAML");
        }
    }

    private static boolean hasKind(Node document) {
        if (document instanceof MappingNode mapping) {
            for (NodeTuple field : mapping.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("kind")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static RemoteFailure noManifests(String why) {
        return new RemoteFailure(
                "what the server gives is no file of manifests: " + why,
                "Look at the address with a browser: is it the file itself, as the server has it, and does it ask for a login?");
    }
}
