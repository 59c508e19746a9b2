package dev.gantry.report;

import static dev.gantry.report.ReportFormat.ANNOTATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationReportTest {

    @Test
    void should_write_one_command_for_each_finding_that_counts() {
        assertThat(ANNOTATIONS.render(Samples.ALL, ReportContext.plain().fallback("pom.xml")))
                .isEqualTo("::error file=com/acme/Shop.java,line=31,title=GTY-NET-003 Service shop/web"
                        + " spec.ports[1].targetPort::No workload has the port \"metrics\". (in production, staging)"
                        + "%0ADeclare it on a container.%0AWeb.java:44: the Deployment web-stable is made here\n"
                        + "::warning file=src/main/gantry/production.yaml,line=3,col=7,title=GTY-SET-001::The key"
                        + " 'replica' is not known. (in production)\n"
                        + "::warning file=pom.xml,title=GTY-SET-001::There is no blueprint.\n");
    }

    @Test
    void should_escape_what_would_end_a_property_or_the_command() {
        Finding finding = Samples.NOWHERE
                .at(Origin.source("a,b:c%.java", 2))
                .on("Service x:y,z\n", null)
                .hint("");
        assertThat(ANNOTATIONS.render(
                        List.of(new Finding(
                                "GTY-X-001",
                                finding.severity(),
                                null,
                                null,
                                finding.resource(),
                                null,
                                finding.origin(),
                                "100%: a, b\r\nc",
                                "",
                                List.of(),
                                null)),
                        ReportContext.plain()))
                .isEqualTo("::warning file=a%2Cb%3Ac%25.java,line=2,title=GTY-X-001 Service x%3Ay%2Cz"
                        + "::100%25: a, b%0D%0Ac\n");
    }
}
