package dev.gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.Gantry;
import dev.gantry.Synthesis;
import dev.gantry.yaml.YamlPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class SnapshotSetTest {

    private static final Synthesis FAST = synthesis(Shop.FAST, "production");
    private static final Synthesis SLOW = synthesis(new Shop.Settings("shop:1.3", "slow", 3, 80), "production");

    @TempDir
    Path folder;

    @Test
    void should_write_what_is_approved_if_asked() throws IOException {
        verify(SnapshotMode.UPDATE, FAST);

        assertThat(folder.resolve("ShopTest.production.approved.yaml"))
                .hasContent("# stack: shop\n" + print(0) + "---\n# stack: shop\n" + print(1));
        assertThat(files()).containsExactly("ShopTest.production.approved.yaml");
    }

    @Test
    void should_pass_if_nothing_changed_and_remove_what_was_received_before() throws IOException {
        verify(SnapshotMode.UPDATE, FAST);
        Files.writeString(folder.resolve("ShopTest.production.received.yaml"), "old");
        verify(SnapshotMode.COMPARE, FAST);

        assertThat(files()).containsExactly("ShopTest.production.approved.yaml");
    }

    @Test
    void should_pass_if_git_changed_the_line_ends() throws IOException {
        verify(SnapshotMode.UPDATE, FAST);
        Path file = folder.resolve("ShopTest.production.approved.yaml");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

        assertThatCode(() -> verify(SnapshotMode.CI, FAST)).doesNotThrowAnyException();
    }

    @Test
    void should_leave_a_file_alone_that_is_right() throws IOException {
        verify(SnapshotMode.UPDATE, FAST);
        Path file = folder.resolve("ShopTest.production.approved.yaml");
        FileTime before = FileTime.fromMillis(1_234_567_000);
        Files.setLastModifiedTime(file, before);
        verify(SnapshotMode.UPDATE, FAST);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }

    @Test
    void should_show_which_lines_of_which_resource_differ() throws IOException {
        verify(SnapshotMode.UPDATE, FAST);
        Path approved = folder.resolve("ShopTest.production.approved.yaml");
        int line = Files.readAllLines(approved).indexOf("          image: shop:1.2") + 1;

        assertThatThrownBy(() -> verify(SnapshotMode.COMPARE, SLOW)).hasMessage("""
                        The manifests for production are not those that were approved in ShopTest.production.approved.yaml.

                        Deployment shop/web (Shop.java:25) differs from line %d on:
                                spec:
                                  containers:
                                    - name: web
                          -           image: shop:1.2
                          +           image: shop:1.3
                                      ports:
                                        - name: http
                                          containerPort: 8080
                                          protocol: TCP
                                      env:
                                        - name: MODE
                          -               value: fast
                          +               value: slow
                                        - name: PASSWORD
                                          valueFrom:
                                            secretKeyRef:

                        What is there now is in ShopTest.production.received.yaml. \
                        To approve it: mvn test -Dgantry.snapshots=update""".formatted(line));
        assertThat(files()).containsExactly("ShopTest.production.approved.yaml", "ShopTest.production.received.yaml");
        assertThat(folder.resolve("ShopTest.production.received.yaml"))
                .content()
                .contains("shop:1.3");
    }

    @Test
    void should_give_an_ide_both_texts() throws IOException {
        verify(SnapshotMode.UPDATE, FAST);

        assertThatThrownBy(() -> verify(SnapshotMode.COMPARE, SLOW))
                .isInstanceOfSatisfying(AssertionFailedError.class, failed -> {
                    assertThat(failed.getExpected().getStringRepresentation()).contains("shop:1.2");
                    assertThat(failed.getActual().getStringRepresentation()).contains("shop:1.3");
                });
    }

    @Test
    void should_name_resources_that_came_or_went() throws IOException {
        Synthesis more = synthesis(new Shop.Settings("shop:1.2", "extra", 3, 80), "production");
        verify(SnapshotMode.UPDATE, more);
        assertThatThrownBy(() -> verify(SnapshotMode.COMPARE, FAST))
                .hasMessageContaining("\n\nConfigMap shop/web is not there any more.\n\n");

        verify(SnapshotMode.UPDATE, FAST);
        assertThatThrownBy(() -> verify(SnapshotMode.COMPARE, more))
                .hasMessageContaining("\n\nConfigMap shop/web (Shop.java:42) was not there when it was approved.\n\n");
    }

    @Test
    void should_notice_another_order() throws IOException {
        verify(SnapshotMode.UPDATE, FAST);
        Path file = folder.resolve("ShopTest.production.approved.yaml");
        String[] documents = Files.readString(file).split("---\n", -1);
        Files.writeString(file, documents[1] + "---\n" + documents[0]);

        assertThatThrownBy(() -> verify(SnapshotMode.COMPARE, FAST))
                .hasMessageContaining("The order of the resources differs from line 2 on:");
    }

    @Test
    void should_fail_and_say_how_to_approve_if_nothing_is_approved() throws IOException {
        assertThatThrownBy(() -> verify(SnapshotMode.COMPARE, FAST)).hasMessage("""
                        Nothing is approved yet for production: there is no ShopTest.production.approved.yaml.

                        What is there now is in ShopTest.production.received.yaml. \
                        To approve it: mvn test -Dgantry.snapshots=update""");
        assertThat(files()).containsExactly("ShopTest.production.received.yaml");
    }

    @Test
    void should_write_nothing_in_ci() throws IOException {
        assertThatThrownBy(() -> verify(SnapshotMode.CI, FAST)).hasMessage("""
                        Nothing is approved yet for production: there is no ShopTest.production.approved.yaml.

                        CI is set, so nothing was written. Where it is not: mvn test -Dgantry.snapshots=update""");
        assertThat(files()).isEmpty();
    }

    @Test
    void should_leave_a_wrong_file_alone_in_ci() throws IOException {
        verify(SnapshotMode.UPDATE, FAST);

        assertThatThrownBy(() -> verify(SnapshotMode.CI, SLOW)).hasMessageContaining("CI is set");
        assertThat(files()).containsExactly("ShopTest.production.approved.yaml");
        assertThat(folder.resolve("ShopTest.production.approved.yaml"))
                .content()
                .contains("shop:1.2");
    }

    @Test
    void should_report_errors_instead_of_approving_them() throws IOException {
        Synthesis wrong = synthesis(new Shop.Settings("shop:", "fast", 3, 80), "production");

        assertThatThrownBy(() -> verify(SnapshotMode.UPDATE, wrong)).hasMessage("""
                        No snapshot was taken for production, because there are errors:

                        error GTY-VAL-005 Shop.java:30 Deployment shop/web spec.template.spec.containers[0].image
                          The image "shop:" has an empty tag.
                          hint: Write it as repository:tag or repository@sha256:digest.

                        1 error
                        2 findings are suppressed""");
        assertThat(files()).isEmpty();
    }

    @Test
    void should_compare_all_environments_before_it_fails() throws IOException {
        Synthesis staging = synthesis(Shop.FAST, "staging");

        assertThatThrownBy(() -> verify(SnapshotMode.COMPARE, FAST, staging))
                .hasMessageContaining("there is no ShopTest.production.approved.yaml")
                .hasMessageContaining("there is no ShopTest.staging.approved.yaml");
        assertThat(files()).containsExactly("ShopTest.production.received.yaml", "ShopTest.staging.received.yaml");
    }

    @Test
    void should_notice_two_snapshots_with_one_file() {
        SnapshotSet set = new SnapshotSet(new TestSource(folder, "ShopTest"), SnapshotMode.UPDATE, new HashMap<>());

        assertThatThrownBy(() -> set.verify(List.of(FAST, SLOW)))
                .hasMessage("Two snapshots with different content go to ShopTest.production.approved.yaml: take one of"
                        + " them in another class, or under another name of the environment.");
    }

    private void verify(SnapshotMode mode, Synthesis... environments) {
        new SnapshotSet(new TestSource(folder, "ShopTest"), mode, new HashMap<>()).verify(List.of(environments));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String print(int manifest) {
        return YamlPrinter.print(FAST.manifests().get(manifest).tree());
    }

    private static Synthesis synthesis(Shop.Settings settings, String environment) {
        return Gantry.synthesize(new Shop(), settings, environment);
    }
}
