package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.engine.release.access.Subject;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {

    @Test
    void should_read_who_deploys() throws MojoFailureException {
        assertThat(Subjects.parse("ServiceAccount/ci/deployer"))
                .isEqualTo(new Subject("ServiceAccount", "ci", "deployer"));
        assertThat(Subjects.parse("User/ada")).isEqualTo(new Subject("User", null, "ada"));
        assertThat(Subjects.parse("Group/teams/shop")).isEqualTo(new Subject("Group", null, "teams/shop"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ada", "ServiceAccount/deployer", "Robot/x", "/ada"})
    void should_reject_what_names_nobody(String text) {
        assertThatThrownBy(() -> Subjects.parse(text))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("gantry.subject says who deploys");
    }
}
