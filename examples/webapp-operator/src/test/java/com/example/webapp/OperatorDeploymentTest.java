package com.example.webapp;

import static dev.gantry.testing.GantryAssertions.assertThat;

import dev.gantry.Gantry;
import dev.gantry.testing.Snapshots;
import org.junit.jupiter.api.Test;

class OperatorDeploymentTest {

    @Test
    void should_make_the_manifests_that_were_approved() {
        Snapshots.verify(new OperatorDeployment());
    }

    @Test
    void should_have_no_findings() {
        assertThat(Gantry.synthesize(new OperatorDeployment(), "production")).hasNoFindings();
    }
}
