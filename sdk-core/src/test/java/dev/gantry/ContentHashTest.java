package dev.gantry;

import static dev.gantry.TestRun.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.config.ConfigMap;
import dev.gantry.workload.Deployment;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The constants were computed by another program, from the JSON that Go writes. */
class ContentHashTest {

    private static final String OF_TEXTS = "b3819c0d92c976b293fff304bded2a6830a5eb4000fbbadd994c038c68f2ad85";
    private static final String OF_TEXTS_AND_BYTES = "ae12dab784a66864a1eeef03ecf32140de6c76345c61678f1f01014ff6356438";
    private static final String OF_NOTHING = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    @Test
    void should_hash_the_json_that_go_writes() {
        assertThat(hash(ContentHashTest::texts, d -> {})).isEqualTo(OF_TEXTS);
    }

    @Test
    void should_append_the_json_of_binary_data() {
        assertThat(hash(
                        c -> {
                            texts(c);
                            c.rawTree(tree -> tree.putObject("binaryData").put("logo.png", "iVBORw0="));
                        },
                        d -> {}))
                .isEqualTo(OF_TEXTS_AND_BYTES);
    }

    @Test
    void should_hash_no_data_as_an_empty_object() {
        assertThat(hash(c -> {}, d -> {})).isEqualTo(OF_NOTHING);
    }

    @Test
    void should_hash_what_an_edit_has_made_of_the_data() {
        assertThat(hash(
                        c -> {
                            texts(c);
                            c.text("plain", "b: 2\n")
                                    .rawTree(tree -> ((ObjectNode) tree.get("data")).put("plain", "a: 1\n"));
                        },
                        d -> {}))
                .isEqualTo(OF_TEXTS);
    }

    @Test
    void should_leave_a_hash_alone_that_an_edit_has_replaced() {
        assertThat(hash(
                        ContentHashTest::texts,
                        d -> d.rawTree(tree -> ((ObjectNode) tree.at("/spec/template/metadata/annotations"))
                                .put("checksum/configmap-settings", "mine"))))
                .isEqualTo("mine");
    }

    private static void texts(ConfigMap.Builder config) {
        config.text("tab", "\tq\\")
                .text("\uD83D\uDE00", "é")
                .text("\uE000", "bmp")
                .text("plain", "a: 1\n")
                .text("html", "<a href=\"x\">&amp;</a>")
                .text("sep", "x\u2028y\u2029z")
                .text("ctl", "\u0001\u007f");
    }

    private static String hash(Consumer<ConfigMap.Builder> content, Consumer<Deployment.Builder> options) {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop");
            ConfigMap config = ConfigMap.of("settings", content::accept);
            shop.add(Deployment.of("web", d -> {
                d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> {})
                        .rollsOn(config);
                options.accept(d);
            }));
            shop.add(config);
        });
        return manifest(made, "Deployment", "web")
                .tree()
                .at("/spec/template/metadata/annotations/checksum~1configmap-settings")
                .asText();
    }
}
