package dev.gantry.engine.release.history;

import static dev.gantry.engine.release.Releases.FACTS;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.configMap;
import static dev.gantry.engine.release.Releases.generated;
import static dev.gantry.engine.release.Releases.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.Edge;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.MemoryCluster;
import dev.gantry.engine.release.Releases;
import dev.gantry.engine.release.SteppedTime;
import dev.gantry.engine.release.history.Revision.State;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContentsTest {

    private static final Release RELEASE = Releases.of(configMap("a"), secret("database"));

    private final MemoryCluster cluster = new MemoryCluster();
    private final SteppedTime time = new SteppedTime();
    private final History history = new History(cluster, HOME, time);

    @Test
    void should_read_what_was_applied() {
        IndexEntry entry = new IndexEntry(
                new ResourceId("apps/v1", "Deployment", "shop", "web"),
                44,
                "shop",
                "yaml/production/shop/44-deployment-web.yaml",
                3,
                "sha256:abc",
                Origin.file("src/main/gantry/web.yaml", 3, 7),
                List.of(new Edge(
                        "spec.template.spec.serviceAccountName",
                        new ResourceId("v1", "ServiceAccount", "shop", "web"),
                        true)),
                List.of(new ResourceId("v1", "ConfigMap", "shop", "a")));
        ObjectNode web = MemoryCluster.object("apps/v1", "Deployment", "shop", "web");
        web.putObject("spec")
                .put("replicas", 3)
                .put("ratio", new java.math.BigDecimal("1.20"))
                .putNull("nothing");
        Release release = new Release(
                "com.acme.Shop",
                "production",
                new BundleStack("shop", "shop", List.of(generated("database", "password"))),
                List.of(new DesiredObject(entry, web), Releases.desired(secret("s"))));
        apply(release, State.SUCCEEDED);

        Release read = history.read(1);
        assertThat(read.blueprint()).isEqualTo("com.acme.Shop");
        assertThat(read.environment()).isEqualTo("production");
        assertThat(read.stack()).isEqualTo(release.stack());
        assertThat(read.objects()).hasSize(2);
        assertThat(read.objects().get(0).entry()).isEqualTo(entry);
        assertThat(read.objects().get(0).tree()).isEqualTo(web);
        assertThat(read.objects().get(1).tree()).isEqualTo(secret("s"));
        assertThat(read.objects().get(1).origin()).isEqualTo(Origin.source("com/acme/Shop.java", 31));
        assertThat(Contents.of(read).digest()).isEqualTo(Contents.of(release).digest());
    }

    @Test
    void should_give_the_same_bytes_for_the_same_release_and_the_same_digest_when_only_lines_move() {
        assertThat(Contents.of(RELEASE).parts())
                .containsExactlyElementsOf(Contents.of(RELEASE).parts());
        IndexEntry entry = RELEASE.objects().get(0).entry();
        IndexEntry moved = new IndexEntry(
                entry.id(),
                entry.rank(),
                entry.stack(),
                entry.file(),
                entry.document(),
                entry.digest(),
                Origin.source("com/acme/Shop.java", 99),
                entry.references(),
                entry.dependencies());
        Release other = new Release(
                RELEASE.blueprint(),
                RELEASE.environment(),
                RELEASE.stack(),
                List.of(
                        new DesiredObject(moved, configMap("a")),
                        RELEASE.objects().get(1)));
        assertThat(Contents.of(other).digest()).isEqualTo(Contents.of(RELEASE).digest());
        assertThat(Contents.of(Releases.of(configMap("b"))).digest())
                .isNotEqualTo(Contents.of(Releases.of(configMap("a"))).digest());
    }

    @Test
    void should_divide_what_does_not_fit_into_a_secret() {
        Release large = Releases.of(random("a", 1_400_000), random("b", 1_400_000));
        apply(large, State.SUCCEEDED);
        assertThat(history.list()).extracting(Revision::parts).containsExactly(3);
        assertThat(cluster.names("Secret"))
                .containsExactly("shop/gantry-shop.r1", "shop/gantry-shop.r1.2", "shop/gantry-shop.r1.3");
        assertThat(history.read(1).objects().get(1).tree()).isEqualTo(random("b", 1_400_000));
        apply(RELEASE, State.SUCCEEDED);
        history.trim(1);
        assertThat(cluster.names("Secret")).containsExactly("shop/gantry-shop.r2");
    }

    @Test
    void should_replace_the_parts_that_a_killed_run_left() {
        Release large = Releases.of(random("a", 1_400_000));
        cluster.failBefore(request ->
                request.equals("create Secret shop/gantry-shop.r1") ? new IllegalStateException("killed") : null);
        assertThatThrownBy(() -> apply(large, State.SUCCEEDED)).isInstanceOf(IllegalStateException.class);
        cluster.failBefore(request -> null);
        assertThat(history.list()).isEmpty();
        assertThat(cluster.names("Secret")).containsExactly("shop/gantry-shop.r1.2");
        apply(large, State.SUCCEEDED);
        assertThat(history.read(1).objects()).hasSize(1);
    }

    @Test
    void should_warn_of_what_is_too_large_and_record_it_without_contents() {
        Release huge = Releases.of(random("a", 6_000_000));
        assertThat(Contents.of(huge).finding(HOME)).get().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-013");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.message()).contains("KiB");
        });
        assertThat(Contents.of(RELEASE).finding(HOME)).isEmpty();
        apply(RELEASE, State.SUCCEEDED);
        apply(huge, State.SUCCEEDED);
        assertThat(finding(() -> history.read(2))).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-012");
            assertThat(finding.hint()).contains("-Dgantry.revision: 1 (succeeded)");
        });
        assertThat(history.lastGood()).get().extracting(Revision::number).isEqualTo(1);
    }

    @Test
    void should_tell_a_trimmed_revision_from_one_that_never_was() {
        for (int i = 0; i < 4; i++) {
            apply(Releases.of(configMap("a" + i)), State.SUCCEEDED);
        }
        history.trim(2);
        assertThat(history.list()).extracting(Revision::number).containsExactly(4, 3);
        assertThat(finding(() -> history.read(1))).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-010");
            assertThat(finding.message()).contains("no revision 1; it was trimmed");
            assertThat(finding.hint()).contains("4 (succeeded), 3 (succeeded)");
        });
        assertThat(finding(() -> history.read(9)).message()).endsWith("no revision 9.");
        assertThat(finding(() -> new History(cluster, new dev.gantry.engine.release.StackHome("x", "shop"), time)
                                .read(1))
                        .hint())
                .contains("apply the program");
    }

    @Test
    void should_refuse_a_revision_that_somebody_changed() {
        apply(RELEASE, State.SUCCEEDED);
        Release other = Releases.of(configMap("b"));
        apply(other, State.SUCCEEDED);
        String foreign = cluster.get(HOME.revision(2, 1))
                .orElseThrow()
                .at("/data/release")
                .asText();
        for (String data : List.of(
                foreign,
                "bm90IGd6aXA=",
                "%%%",
                foreign.substring(0, foreign.length() / 8 * 4),
                Base64.getEncoder().encodeToString(new byte[0]))) {
            cluster.edit(
                    HOME.revision(1, 1), secret -> secret.withObject("/data").put("release", data));
            assertThat(finding(() -> history.read(1))).satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("GTY-REL-011");
                assertThat(finding.message()).contains("is damaged: ").doesNotContain("hunter2");
                assertThat(finding.hint()).contains("2 (succeeded)");
            });
        }
    }

    @Test
    void should_refuse_a_revision_that_lacks_a_part() {
        apply(Releases.of(random("a", 1_400_000)), State.SUCCEEDED);
        cluster.take(HOME.revision(1, 2));
        assertThat(finding(() -> history.read(1)).message()).contains("part 2 of 2 is absent");
    }

    private void apply(Release release, State state) {
        Revision revision = history.begin(release, Contents.of(release), FACTS, null);
        history.finish(revision, state, "");
    }

    /** A ConfigMap that does not compress well. */
    private static ObjectNode random(String name, int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        ObjectNode map = MemoryCluster.object("v1", "ConfigMap", "shop", name);
        map.putObject("binaryData").put("a", Base64.getEncoder().encodeToString(bytes));
        return map;
    }

    private static Finding finding(Executable action) {
        try {
            action.execute();
        } catch (FindingsException e) {
            return e.findings().get(0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("There was no finding");
    }
}
