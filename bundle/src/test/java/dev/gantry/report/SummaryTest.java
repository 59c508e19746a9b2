package dev.gantry.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.HardenedStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.bundle.WriteResult;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final BundleEnvironment PRODUCTION = environment(
            "production", "shop/Service", "shop/Deployment", "gitops/Application", "shop/Deployment", "shop/ConfigMap");
    private static final BundleEnvironment TEST = environment("test", "shop/Deployment");

    @Test
    void should_count_resources_by_environment_stack_and_kind() {
        assertThat(Summary.written(
                        bundle(List.of(), PRODUCTION, TEST),
                        new WriteResult(3, 6, 0, List.of()),
                        "target/gantry/yaml",
                        false))
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
    void should_put_stacks_together_that_are_too_many_to_read() {
        String[] many = new String[61];
        Arrays.setAll(many, i -> "stack-" + i + "/Deployment");
        assertThat(Summary.checked(bundle(List.of(), environment("one", many), TEST), false))
                .isEqualTo("""
                    Gantry checked 62 resources for 2 environments from com.acme.Shop
                      one   61 stacks: 61 (Deployment 61)
                      test  1 stack: 1 (Deployment 1)
                      no findings
                    """);
    }

    @Test
    void should_count_the_findings_and_the_suppressed_ones() {
        assertThat(Summary.written(
                        bundle(List.of(Samples.SETTING, Samples.SECRET), TEST),
                        new WriteResult(1, 0, 2, List.of()),
                        "out",
                        false))
                .contains("Gantry made 1 resource for 1 environment from")
                .contains("\n  1 warning (1 suppressed)\n")
                .endsWith("written to out (1 file changed, 2 deleted)\n");
    }

    @Test
    void should_say_that_nothing_changed() {
        assertThat(Summary.written(bundle(List.of(), TEST), new WriteResult(0, 9, 0, List.of()), "out", false))
                .endsWith("(9 files unchanged)\n");
        assertThat(Summary.written(bundle(List.of(), TEST), new WriteResult(0, 0, 0, List.of()), "out", false))
                .endsWith("(0 files changed)\n");
    }

    @Test
    void should_name_the_formats_that_are_no_longer_made() {
        assertThat(Summary.written(
                        bundle(List.of(), TEST),
                        new WriteResult(0, 9, 143, List.of("gitops", "helm", "kustomize")),
                        "out",
                        false))
                .endsWith("""
                      written to out (9 files unchanged, 143 deleted)
                      deleted gitops/, helm/ and kustomize/, which an earlier run made and this one did not
                    """);
    }

    @Test
    void should_say_that_nothing_was_written_because_of_an_error() {
        assertThat(Summary.checked(bundle(Samples.ALL, TEST, environment("empty")), false))
                .isEqualTo("""
                    Gantry checked 1 resource for 2 environments from com.acme.Shop
                      test   shop 1 (Deployment 1)
                      empty  nothing
                      1 error, 2 warnings (1 suppressed)
                      nothing was written
                    """);
    }

    @Test
    void should_say_what_hardening_has_set_in_a_line_for_each_stack() {
        assertThat(Summary.checked(bundle(List.of(), hardened("production"), hardened("test")), false))
                .isEqualTo("""
                    Gantry checked 0 resources for 2 environments from com.acme.Shop
                      production  nothing
                      test        nothing
                      hardened to baseline: tools (nothing had to be set)
                      hardened to restricted: shop (4 workloads: runAsNonRoot, seccompProfile, allowPrivilegeEscalation, capabilities)
                      no findings
                    """);
    }

    @Test
    void should_list_every_field_that_hardening_has_set_if_asked() {
        assertThat(Summary.written(
                        bundle(List.of(), hardened("production")), new WriteResult(1, 0, 0, List.of()), "out", true))
                .contains("""
                      hardened to restricted: shop (2 workloads: runAsNonRoot, seccompProfile, allowPrivilegeEscalation, capabilities)
                        production Deployment shop/web: spec.template.spec.securityContext.runAsNonRoot, spec.template.spec.securityContext.seccompProfile.type
                        production Pod shop/once: spec.containers[0].securityContext.allowPrivilegeEscalation, spec.containers[0].securityContext.capabilities.drop[1]
                    """);
    }

    private static BundleEnvironment hardened(String name) {
        String context = "spec.template.spec.securityContext.";
        String own = "spec.containers[0].securityContext.";
        return new BundleEnvironment(
                name,
                "sha256:2",
                List.of(),
                List.of(),
                List.of(
                        new HardenedStack("tools", "baseline", List.of()),
                        new HardenedStack(
                                "shop",
                                "restricted",
                                List.of(
                                        new HardenedStack.Change(
                                                new ResourceId("apps/v1", "Deployment", "shop", "web"),
                                                List.of(context + "runAsNonRoot", context + "seccompProfile.type")),
                                        new HardenedStack.Change(
                                                new ResourceId("v1", "Pod", "shop", "once"),
                                                List.of(
                                                        own + "allowPrivilegeEscalation",
                                                        own + "capabilities.drop[1]"))))));
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
                    42,
                    each.substring(0, slash),
                    "f",
                    0,
                    "sha256:1",
                    null,
                    List.of(),
                    List.of()));
        }
        return new BundleEnvironment(name, "sha256:2", List.of(), entries, List.of());
    }
}
