package dev.gantry.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.finding.FindingJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void should_hold_every_finding_of_every_environment() throws IOException {
        String text = ReportFormat.JSON.render(Samples.ALL, ReportContext.plain());
        assertThat(FindingJson.parse(text))
                .containsExactly(
                        Samples.PORT.in("production", "shop"),
                        Samples.PORT.in("staging", "shop"),
                        Samples.SETTING.in("production", null),
                        Samples.NOWHERE,
                        Samples.SECRET);
    }
}
