package dev.gantry.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.gantry.Image;
import dev.gantry.PlainRun;
import dev.gantry.benchmarks.compare.Chart;
import dev.gantry.benchmarks.fabric8.ProgramObjects;
import dev.gantry.benchmarks.gantry.Fleet;
import dev.gantry.benchmarks.gantry.Shop;
import dev.gantry.benchmarks.helm.HelmTemplate;
import dev.gantry.check.Manifest;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only who does the same work can be compared. */
class SameObjectsTest {

    private static final Image IMAGE = Image.of("registry.example.com/shop:1.4.2");
    private static final Image WORKER = Image.of("registry.example.com/shop-worker:1.4.2");
    private static final int SERVERS = 3;

    @TempDir
    Path folder;

    @Test
    void should_make_the_shop_equal_to_that_of_fabric8() throws IOException {
        assertThat(gantry(shop())).hasSize(8).isEqualTo(fabric8(ProgramObjects.shop()));
    }

    @Test
    void should_make_the_fleet_equal_to_that_of_fabric8() throws IOException {
        assertThat(gantry(fleet())).hasSize(3 * SERVERS + 1).isEqualTo(fabric8(ProgramObjects.fleet(SERVERS)));
    }

    @Test
    @Tag("helm")
    void should_make_both_equal_to_those_of_helm() throws IOException {
        Chart.write(folder);

        assertThat(gantry(shop())).isEqualTo(objects(HelmTemplate.render(folder, 0)));
        assertThat(gantry(fleet())).isEqualTo(objects(HelmTemplate.render(folder, SERVERS)));
    }

    private static List<Manifest> shop() {
        return PlainRun.of(new Shop(), new Shop.Settings(IMAGE, WORKER, "warn", 3, 12));
    }

    private static List<Manifest> fleet() {
        return PlainRun.of(new Fleet(), new Fleet.Settings(IMAGE, SERVERS));
    }

    private static SortedMap<String, JsonNode> gantry(List<Manifest> manifests) throws IOException {
        StringBuilder text = new StringBuilder();
        for (byte[] file : ManifestFiles.print("benchmark", manifests, Layout.STACK)
                .files()
                .values()) {
            text.append(new String(file, StandardCharsets.UTF_8));
        }
        return objects(text.toString());
    }

    private static SortedMap<String, JsonNode> fabric8(List<HasMetadata> objects) throws IOException {
        return objects(objects.stream().map(Serialization::asYaml).collect(Collectors.joining()));
    }

    private static SortedMap<String, JsonNode> objects(String yaml) throws IOException {
        ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
        SortedMap<String, JsonNode> objects = new TreeMap<>();
        try (MappingIterator<JsonNode> documents =
                mapper.readerFor(JsonNode.class).readValues(yaml)) {
            while (documents.hasNext()) {
                JsonNode object = documents.next();
                if (object.isObject()) {
                    objects.put(
                            object.path("kind").asText() + " "
                                    + object.path("metadata").path("name").asText(),
                            object);
                }
            }
        }
        return objects;
    }
}
