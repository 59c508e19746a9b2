package dev.gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SnapshotModeTest {

    @Test
    void should_compare_unless_told_otherwise() {
        assertThat(SnapshotMode.of(null, null)).isEqualTo(SnapshotMode.COMPARE);
        assertThat(SnapshotMode.of("", "false")).isEqualTo(SnapshotMode.COMPARE);
    }

    @Test
    void should_update_if_asked() {
        assertThat(SnapshotMode.of("update", null)).isEqualTo(SnapshotMode.UPDATE);
        assertThat(SnapshotMode.of("update", "")).isEqualTo(SnapshotMode.UPDATE);
    }

    @Test
    void should_never_write_in_ci() {
        assertThat(SnapshotMode.of(null, "true")).isEqualTo(SnapshotMode.CI);
        assertThat(SnapshotMode.of("update", "1")).isEqualTo(SnapshotMode.CI);
    }

    @Test
    void should_refuse_a_value_without_meaning() {
        assertThatThrownBy(() -> SnapshotMode.of("udpate", null))
                .hasMessage("-Dgantry.snapshots=udpate has no meaning: the only value is \"update\".");
    }
}
