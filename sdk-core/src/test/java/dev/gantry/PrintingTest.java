package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.check.Manifest;
import dev.gantry.config.ConfigMap;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PrintingTest {

    private static final List<Manifest> ONE = manifests("one");
    private static final List<Manifest> OTHER = manifests("other");

    private final Printing printing = new Printing("staging", Layout.OBJECT);

    @Test
    void should_give_what_it_has_printed_meanwhile() {
        printing.accept(ONE);

        assertThat(texts(printing.of(ONE))).isEqualTo(texts(printedNow(ONE)));
    }

    @Test
    void should_print_anew_where_other_manifests_are_wanted_than_it_began_with() {
        printing.accept(ONE);

        assertThat(texts(printing.of(OTHER))).isEqualTo(texts(printedNow(OTHER)));
    }

    @Test
    void should_print_at_once_where_nothing_was_begun() {
        assertThat(texts(printing.of(ONE))).isEqualTo(texts(printedNow(ONE)));
    }

    private static ManifestFiles printedNow(List<Manifest> manifests) {
        return ManifestFiles.print("staging", manifests, Layout.OBJECT);
    }

    private static Map<String, String> texts(ManifestFiles printed) {
        Map<String, String> texts = new TreeMap<>();
        printed.files().forEach((file, bytes) -> texts.put(file, new String(bytes, StandardCharsets.UTF_8)));
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static List<Manifest> manifests(String name) {
        return TestRun.of(app -> app.stack("shop").add(ConfigMap.of(name, c -> c.text("key", name))))
                .manifests();
    }
}
