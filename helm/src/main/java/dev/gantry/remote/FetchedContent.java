package dev.gantry.remote;

import dev.gantry.helm.ChartIdentity;
import dev.gantry.lock.RemoteSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
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
        if (text.stripLeading().startsWith("{")) {
            return; // JSON has blanks where YAML has none, and is read as what it is later.
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        int manifests = 0;
        try {
            for (Node document : new Yaml(options).composeAll(new StringReader(text))) {
                if (document.getTag().equals(Tag.NULL)) {
                    continue;
                }
                if (!hasKind(document)) {
                    throw noManifests("there is a document without a kind in it");
                }
                manifests++;
            }
        } catch (YAMLException e) {
            throw noManifests("it is no valid YAML");
        }
        if (manifests == 0) {
            throw noManifests("there is nothing in it");
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
