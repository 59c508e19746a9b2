package dev.gantry.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.bundle.WriteResult;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final BundleEnvironment PRODUCTION = environment(
            "production", "shop/Service", "shop/Deployment", "gitops/Application", "shop/Deployment", "shop/ConfigMap");
    private static final BundleEnvironment TEST = environment("test", "shop/Deployment");

    @Test
    void should_count_resources_by_environment_stack_and_kind() {
        assertThat(Summary.written(bundle(List.of(), PRODUCTION, TEST), new WriteResult(3, 6, 0), "target/gantry/yaml"))
                .isEqualTo("""
                    Gantry made 6 resources for 2 environments from com.acme.Shop
                      production  gitops 1 (Application 1)
                                  shop 4 (Deployment 2, ConfigMap 1, Service 1)
                      test        shop 1 (Deployment 1)
                      no findings
                      written to target/gantry/yaml (3 files changed, 6 unchanged)
                    """);
    }

    @Test
    void should_count_the_findings_and_the_suppressed_ones() {
        assertThat(Summary.written(
                        bundle(List.of(Samples.SETTING, Samples.SECRET), TEST), new WriteResult(1, 0, 2), "out"))
                .contains("Gantry made 1 resource for 1 environment from")
                .contains("\n  1 warning (1 suppressed)\n")
                .endsWith("written to out (1 file changed, 2 deleted)\n");
    }

    @Test
    void should_say_that_nothing_changed() {
        assertThat(Summary.written(bundle(List.of(), TEST), new WriteResult(0, 9, 0), "out"))
                .endsWith("(9 files unchanged)\n");
        assertThat(Summary.written(bundle(List.of(), TEST), new WriteResult(0, 0, 0), "out"))
                .endsWith("(0 files changed)\n");
    }

    @Test
    void should_say_that_nothing_was_written_because_of_an_error() {
        assertThat(Summary.checked(bundle(Samples.ALL, TEST, environment("empty"))))
                .isEqualTo("""
                    Gantry checked 1 resource for 2 environments from com.acme.Shop
                      test   shop 1 (Deployment 1)
                      empty  nothing
                      1 error, 2 warnings (1 suppressed)
                      nothing was written
                    """);
    }

    private static Bundle bundle(List<Finding> findings, BundleEnvironment... environments) {
        return new Bundle("gantry/0.4.2", "com.acme.Shop", "object", "", List.of(environments), findings);
    }

    private static BundleEnvironment environment(String name, String... stacksAndKinds) {
        List<IndexEntry> entries = new ArrayList<>();
        for (String each : stacksAndKinds) {
            int slash = each.indexOf('/');
            entries.add(new IndexEntry(
                    new ResourceId("v1", each.substring(slash + 1), "shop", "n" + entries.size()),
                    each.substring(0, slash),
                    "f",
                    0,
                    "sha256:1",
                    null,
                    List.of()));
        }
        return new BundleEnvironment(name, "sha256:2", entries);
    }
}
