package dev.gantry.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.TestRun;
import dev.gantry.workload.Volume;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Values that the pods of a server cannot have are found as those of any other pods. */
class ServerFlawTest {

    @Test
    void should_find_a_path_that_no_volume_can_be_mounted_at() {
        assertThat(flaws(a -> a.mount(Volume.emptyDir("scratch"), "/a:b").mount(Volume.emptyDir("scratch"), "")))
                .containsExactly(
                        "spec.volumeMounts[0].mountPath GTY-VAL-009 \"/a:b\" has a ':'.",
                        "spec.volumeMounts[1].mountPath GTY-VAL-009 \"\" is empty.");
    }

    @Test
    void should_find_a_time_that_is_not_in_whole_seconds() {
        assertThat(flaws(a -> a.minReady(Duration.ofMillis(1500))))
                .containsExactly("spec.minReadySeconds GTY-VAL-008 PT1.5S is not a whole number of seconds.");
    }

    private static List<String> flaws(Consumer<Alertmanager.Builder> options) {
        return TestRun.findings(app ->
                        app.stack("monitoring", s -> s.namespace("monitoring")).add(Alertmanager.of("main", options)))
                .stream()
                .filter(finding -> finding.code().startsWith("GTY-VAL"))
                .map(finding -> finding.field() + " " + finding.code() + " " + finding.message())
                .toList();
    }
}
