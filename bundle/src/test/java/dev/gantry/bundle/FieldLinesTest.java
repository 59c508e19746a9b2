package dev.gantry.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.finding.Origin;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldLinesTest {

    private static final ResourceId ID = new ResourceId("apps/v1", "Deployment", "shop", "web");
    private static final ResourceId NAMESPACE = new ResourceId("v1", "Namespace", null, "shop");

    @Test
    void should_read_what_it_wrote() throws IOException {
        FieldLines lines = lines("sha256:01", "sha256:02");
        assertThat(FieldLines.parse(lines.text())).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "spec.replicas, 31",
                "spec.template.spec.containers[0].image, 32",
                "spec.template.spec.containers[0].ports[3].name, 33",
                "'spec.template.spec.containers[9].image', 34",
                "'metadata.labels[\"app.kubernetes.io/name\"]', 35",
                "metadata.labels.app, 36",
                "status.replicas, 30",
                "'', 30"
            })
    void should_know_the_line_of_the_nearest_field(String field, int line) {
        assertThat(lines("", "").of(ID, field)).isEqualTo(Origin.source("com/acme/Shop.java", line));
    }

    @Test
    void should_belong_to_a_bundle_of_the_same_digests() {
        Bundle bundle = Bundles.of("staging");
        String settings = bundle.environments().get(0).settings();
        assertThat(lines(bundle.program(), settings).belongTo(bundle)).isTrue();
        assertThat(lines("sha256:00", settings).belongTo(bundle)).isFalse();
        assertThat(lines(bundle.program(), "sha256:00").belongTo(bundle)).isFalse();
    }

    private static FieldLines lines(String program, String settings) {
        TreeMap<String, Origin> fields = new TreeMap<>();
        fields.put("spec.replicas", line(31));
        fields.put("spec.template.spec.containers[0]", line(32));
        fields.put("spec.template.spec.containers[0].ports", line(33));
        fields.put("spec.template.spec.containers", line(34));
        fields.put("metadata.labels[\"app.kubernetes.io/name\"]", line(35));
        fields.put("metadata.labels.app", line(36));
        return new FieldLines(
                program,
                "staging",
                settings,
                List.of(
                        new FieldLines.OfResource(NAMESPACE, null, new TreeMap<>()),
                        new FieldLines.OfResource(ID, line(30), fields)));
    }

    private static Origin line(int line) {
        return Origin.source("com/acme/Shop.java", line);
    }
}
