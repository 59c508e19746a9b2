package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportsIT {

    @Test
    void should_report_for_people_and_for_machines() {
        MavenProject project = MavenProject.of("reports", "reports", MavenProject.NEWEST);
        String source = "src/main/java/com/acme/Forgetful.java";

        project.maven("process-classes")
                .succeeds()
                .says("[WARNING] warning GTY-PRG-004 " + source + ":16", "gantry-report.json", "gantry-report.sarif")
                .says("\n::warning file=" + source + ",line=16,title=GTY-PRG-004");
        assertThat(project.text("target/gantry-report.json")).contains("\"code\": \"GTY-PRG-004\"");
        assertThat(project.text("target/gantry-report.sarif")).contains("sarif", "GTY-PRG-004", "\"" + source + "\"");

        project.maven("-o", "gantry:generate", "-Dgantry.failOnWarning", "-Dstyle.color=always")
                .says("\u001b[1;33mwarning\u001b[m GTY-PRG-004")
                .says("1 warning in reports, and gantry.failOnWarning is set; see above");
    }
}
