package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.FieldLines;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class PreciseLinesTest {

    private static final ResourceId WEB = new ResourceId("apps/v1", "Deployment", "shop", "web");
    private static final ResourceId JOB = new ResourceId("batch/v1", "Job", "shop", "job");

    private static final Bundle BUNDLE = new Bundle(
            "gantry/0.1.0",
            "com.acme.Shop",
            "object",
            "sha256:01",
            List.of(environment("production", JOB), environment("staging", WEB)),
            List.of());

    private final List<ResourceId> traced = new ArrayList<>();

    @Test
    void should_give_a_finding_the_line_of_its_field() throws MojoExecutionException {
        List<Finding> found = List.of(finding("Deployment shop/web", "spec.replicas"), finding("Job shop/job", "spec"));

        assertThat(precise("sha256:01", found)).extracting(Finding::origin).containsExactly(line(31), line(1));
        assertThat(traced).containsExactly(WEB);
    }

    @Test
    void should_leave_the_line_of_the_resource_where_the_program_has_changed() throws MojoExecutionException {
        List<Finding> found = List.of(finding("Deployment shop/web", "spec.replicas"));

        assertThat(precise("sha256:99", found)).isEqualTo(found);
    }

    @Test
    void should_not_run_the_program_where_no_field_is_named() throws MojoExecutionException {
        List<Finding> found = List.of(finding("Deployment shop/web", null), finding(null, "spec"));

        assertThat(precise("sha256:01", found)).isEqualTo(found);
        assertThat(traced).isEmpty();
    }

    private List<Finding> precise(String program, List<Finding> findings) throws MojoExecutionException {
        return new PreciseLines(BUNDLE, "staging", ids -> {
                    traced.addAll(ids);
                    FieldLines.OfResource web =
                            new FieldLines.OfResource(WEB, line(30), new TreeMap<>(Map.of("spec.replicas", line(31))));
                    return new FieldLines(program, "staging", "sha256:02", List.of(web));
                })
                .of(findings);
    }

    private static BundleEnvironment environment(String name, ResourceId id) {
        IndexEntry entry = new IndexEntry(id, 42, "shop", "a.yaml", 0, "sha256:03", line(1), List.of(), List.of());
        return new BundleEnvironment(name, "sha256:02", List.of(), List.of(entry), List.of());
    }

    private static Finding finding(String resource, String field) {
        return new Finding(
                "GTY-CLU-012", Severity.ERROR, null, null, resource, field, line(1), "no", "", List.of(), null);
    }

    private static Origin line(int line) {
        return Origin.source("com/acme/Shop.java", line);
    }
}
